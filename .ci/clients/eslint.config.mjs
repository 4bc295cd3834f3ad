import tseslint from "typescript-eslint";

/** What an example must not need: a type that is wrong, or a way around the type checker. */
export default tseslint.config({
  files: ["clients/*/example.ts"],
  languageOptions: { parser: tseslint.parser },
  linterOptions: { noInlineConfig: true },
  plugins: { "@typescript-eslint": tseslint.plugin },
  rules: {
    "@typescript-eslint/no-explicit-any": "error",
    "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "@typescript-eslint/no-non-null-assertion": "error",
    "@typescript-eslint/ban-ts-comment": "error",
  },
});
