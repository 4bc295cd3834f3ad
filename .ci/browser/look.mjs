import { readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [service, shots] = process.argv.slice(2);
const contract = await (await fetch(`${service}/openapi/v1.json`)).json();
const operations = Object.values(contract.paths).flatMap((item) => Object.values(item)).filter((each) => each.operationId)
  .map((each) => `operations-${each.tags[0]}-${each.operationId}`);

let held = 0;
const failed = [];
const check = (what, holds, found = '') => {
  if (holds) {
    held++;
  } else {
    failed.push(`${what} ${found}`);
  }
};

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** A page of its own, and what went wrong on it. */
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(service + '/')
    || wrong.push(`request elsewhere: ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation',
    (event) => console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`)));
  await page.goto(service + path, { waitUntil: 'networkidle' });
  return { page, context, wrong };
}

const picture = (page, name) => page.screenshot({ path: `${shots}/${name}.png` });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const operation = (page, id) => page.locator(`[id="${id}"]`);

async function unfold(page, id) {
  await operation(page, id).locator('.opblock-summary-control').click();
  await operation(page, id).locator('.opblock-body').waitFor();
}

async function execute(page, id) {
  await operation(page, id).locator('button.execute').click();
  await operation(page, id).locator('.live-responses-table .response-col_status').first().waitFor();
  const status = await operation(page, id).locator('.live-responses-table tbody .response-col_status').first().innerText();
  return {
    status: status.trim().split(/\s/)[0],
    address: await operation(page, id).locator('.request-url').innerText(),
    body: await operation(page, id).locator('.live-responses-table').innerText(),
  };
}

async function reference() {
  const { page, context, wrong } = await open('/docs');
  await operation(page, operations[0]).waitFor();
  check('the page has a title', await page.title() === 'Chancery API reference', await page.title());
  check('the contract is shown', (await page.locator('.info .title').innerText()).startsWith('Chancery'));
  const listed = await page.locator('.opblock').evaluateAll((blocks) => blocks.map((block) => block.id));
  for (const id of operations) {
    check('an operation is listed', listed.includes(id), id);
  }
  check('no other operation is listed', listed.length === operations.length, listed.length);
  await picture(page, 'reference');

  await unfold(page, 'operations-People-getPerson');
  const person = await execute(page, 'operations-People-getPerson');
  check('a person is read with what is filled in', person.status === '200' && person.body.includes('Volodymyr Zelensky'), person.body.slice(0, 500));
  await operation(page, 'operations-People-getPerson').scrollIntoViewIfNeeded();
  await picture(page, 'operation');
  await unfold(page, 'operations-States-listStates');
  const states = await execute(page, 'operations-States-listStates');
  check('a list is read with what is filled in', states.status === '200' && states.body.includes('Afghanistan'), states.body.slice(0, 500));
  await operation(page, 'operations-States-listStates').locator('.live-responses-table').scrollIntoViewIfNeeded();
  await picture(page, 'answer');
  await unfold(page, 'operations-Events-listEvents');
  await operation(page, 'operations-Events-listEvents').locator('tr[data-param-name="startFrom"] input').fill('2026-01-06');
  const events = await execute(page, 'operations-Events-listEvents');
  check('a filter that is filled in is sent', events.status === '200' && events.address.includes('startFrom=2026-01-06'), events.address);

  await page.locator('.filter input').fill('Sources');
  await page.waitForFunction(() => document.querySelectorAll('.opblock-tag').length === 1);
  check('tags are found by their names', await page.locator('.opblock-tag').innerText().then((text) => text.startsWith('Sources')));
  check('nothing is wrong with the reference', wrong.length === 0, wrong.join('\n'));
  await context.close();
}

async function guides() {
  const { page, context, wrong } = await open('/docs/');
  const pages = await page.locator('.bar nav a[href*="guides/"]').evaluateAll((links) => links.map((link) => link.href));
  const written = readdirSync(new URL('../../src/main/docs/guides/', import.meta.url)).filter((file) => file.endsWith('.md'));
  check('every guide is in the menu', pages.length > 5 && pages.length === written.length, pages);
  for (const address of pages) {
    await page.goto(address, { waitUntil: 'networkidle' });
    check('a guide has a heading', await page.locator('h1').isVisible(), address);
    check('a guide shows requests', await page.locator('pre code.language-sh').count() >= 3, address);
    check('a guide tells where one is', await page.locator('.bar [aria-current="page"]').count() === 1, address);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.href));
    for (const link of new Set(links.filter((each) => each.startsWith(service)).map((each) => each.split('#')[0]))) {
      check('a link leads somewhere', (await fetch(link)).ok, link);
    }
    const missing = await page.locator('a[href^="#"]').evaluateAll((all) => all.map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id)));
    check('a link within the page leads somewhere', missing.length === 0, missing);
  }
  await picture(page, 'guide');
  check('nothing is wrong with the guides', wrong.length === 0, wrong.join('\n'));
  await context.close();
}

async function phone() {
  const { page, context, wrong } = await open('/docs/', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await operation(page, operations[0]).waitFor();
  await picture(page, 'phone-reference');
  check('the reference fits a phone', await overflow(page) <= 0, await overflow(page));
  await unfold(page, 'operations-People-getPerson');
  check('an operation fits a phone', await overflow(page) <= 0, await overflow(page));
  const answer = await execute(page, 'operations-People-getPerson');
  check('a request is answered on a phone', answer.status === '200', answer.status);
  check('an answer fits a phone', await overflow(page) <= 0, await overflow(page));
  await operation(page, 'operations-People-getPerson').scrollIntoViewIfNeeded();
  await picture(page, 'phone-operation');
  await page.goto(`${service}/docs/guides/errors.html`);
  check('a guide fits a phone', await overflow(page) <= 0, await overflow(page));
  await picture(page, 'phone-guide');
  check('nothing is wrong on a phone', wrong.length === 0, wrong.join('\n'));
  await context.close();
}

async function keyboard() {
  for (const path of ['/docs/', '/docs/guides/paging.html']) {
    const { page, context } = await open(path);
    await page.keyboard.press('Tab');
    check('the first stop skips to the content', await page.locator('.skip').evaluate((link) => document.activeElement === link
      && link.getBoundingClientRect().left >= 0), path);
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return { what: document.activeElement.outerHTML.slice(0, 80), seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
      });
      check('where the keyboard is can be seen', ring.seen, `${path} ${ring.what}`);
    }
    await context.close();
  }
  const { page, context } = await open('/docs/');
  await operation(page, operations[0]).locator('.opblock-summary-control').focus();
  await page.keyboard.press('Enter');
  await operation(page, operations[0]).locator('.opblock-body').waitFor();
  check('an operation unfolds by keyboard', true);
  await context.close();
}

async function dark() {
  for (const path of ['/docs/', '/docs/guides/dates.html']) {
    const { page, context } = await open(path, { colorScheme: 'dark' });
    const shade = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3).map(Number));
    check('the page is dark where one wants it dark', Math.max(...shade) < 80, `${path} ${shade}`);
    await picture(page, path === '/docs/' ? 'dark-reference' : 'dark-guide');
    await context.close();
  }
}

async function withoutScripts() {
  const { page, context } = await open('/docs/', { javaScriptEnabled: false });
  check('without scripts the page says where the contract is', await page.locator('noscript a').isVisible());
  await context.close();
}

/** What the policy is for: a script that somebody smuggled in does not run, and nothing is fetched from elsewhere. */
async function policy() {
  const { page, context, wrong } = await open('/docs/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="http://127.0.0.2/elsewhere.png">');
  });
  await page.waitForTimeout(500);
  check('an inline script does not run', await page.evaluate(() => window.smuggled) === undefined);
  check('the policy tells of it', wrong.some((each) => each.includes('script-src')), wrong.join('\n'));
  check('an image from elsewhere is refused', wrong.some((each) => each.includes('img-src')), wrong.join('\n'));
  await context.close();
}

try {
  for (const part of [reference, guides, phone, keyboard, dark, withoutScripts, policy]) {
    await part();
  }
} finally {
  await browser.close();
}
failed.forEach((each) => console.log(`failed: ${each}`));
console.log(`browser: ${held} checks passed, ${failed.length} failed; ${operations.length} operations shown, 4 requests sent by "try it out" and answered 200`);
process.exit(failed.length ? 1 : 0);
