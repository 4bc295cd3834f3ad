// Shows the contract with Swagger UI. A file of its own, because the content security policy allows no script in the page.

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dress();
dark.addEventListener('change', dress);

/**
 * Swagger UI fills in the example of every parameter, and all filters together find nothing. So only what an operation must
 * have is filled in; the examples of the rest are named in their descriptions.
 */
function fillInOnlyWhatIsRequired(contract) {
  const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, step) => at[step], contract)) : node);
  const shown = (parameter) => {
    const whole = resolve(parameter);
    const schema = resolve(whole.schema);
    const example = whole.example ?? schema.example;
    if (whole.required || example === undefined) {
      return parameter;
    }
    const { example: _, ...rest } = whole;
    const { example: __, ...restOfSchema } = schema;
    const words = [example].flat().map((word) => `\`${word}\``).join(', ');
    return { ...rest, schema: restOfSchema, description: `${whole.description} For example ${words}.` };
  };
  for (const item of Object.values(contract.paths)) {
    for (const operation of Object.values(item).filter((member) => member.operationId)) {
      // those of the path first, as they are read
      operation.parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(shown);
    }
    delete item.parameters;
  }
  return contract;
}

const page = document.getElementById('reference');
const answer = await fetch(page.dataset.contract);
window.SwaggerUIBundle({
  spec: fillInOnlyWhatIsRequired(await answer.json()),
  domNode: page,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  displayRequestDuration: true,
  filter: true,
  showCommonExtensions: true,
  showExtensions: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
