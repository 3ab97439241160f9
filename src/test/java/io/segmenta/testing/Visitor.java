package io.segmenta.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody at a browser: real Chromium. Complains about everything the browser complains about, and about what axe finds on a page. */
public final class Visitor implements AutoCloseable {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final int STILL = 10;
    private static final double PATIENCE_MILLIS = 120_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Path pictures;
    private final String address;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param address of the product, with a slash at the end
     * @param pictures folder for a picture of each page that was looked at
     */
    public Visitor(String address, Path pictures) {
        this.address = address;
        this.pictures = pictures;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--enable-unsafe-swiftshader")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public Page page() {
        return page;
    }

    /** Types an address. */
    public void open(String path) {
        page.navigate(address + path);
    }

    public void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    /** Waits until the address ends like this, whatever its query. */
    public void arrive(String path) {
        page.waitForURL(
                Pattern.compile(".*/" + path + "(\\?.*)?$"), new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits until the page shows every one of these texts. */
    public void read(String... texts) {
        for (String text : texts) {
            page.getByText(text)
                    .filter(new Locator.FilterOptions().setVisible(true))
                    .first()
                    .waitFor();
        }
    }

    /** Judges the page as it stands: axe on a desk and on a phone, one main heading, no scrolling sideways, no complaint of the browser. */
    public void look(String name) {
        settle();
        judge(name + " at 1440");
        picture(name + "-1440x900");
        page.setViewportSize(390, 844);
        settle();
        judge(name + " at 390");
        picture(name + "-390x844");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels by which " + name + " is wider than a phone")
                .isLessThanOrEqualTo(0);
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('.stacked')].filter(e => e.scrollWidth > e.clientWidth).length"))
                .as("tables of " + name + " that a phone cuts off")
                .isEqualTo(0);
        page.setViewportSize(1440, 900);
        settle();
        assertThat(page.locator("h1").count()).as("main headings on " + name).isEqualTo(1);
        assertThat(complaints).as("complaints of the browser up to " + name).isEmpty();
    }

    /** All that is written on the page, once it stands. */
    public String text() {
        settle();
        return page.locator("body").innerText();
    }

    /** Waits until the page stands: the server is not being asked, and no box has moved for {@value #STILL} frames but those that always do. */
    private void settle() {
        page.evaluate("() => { window.visitor = { boxes: '', frames: 0 }; }");
        page.waitForFunction("""
                frames => {
                  const asked = Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
                  const forever = animation => animation.effect?.getComputedTiming().endTime === Infinity;
                  const boxes = [];
                  const measure = root => root.querySelectorAll('*').forEach(element => {
                    const box = element.getBoundingClientRect();
                    if (!element.getAnimations().some(forever)) {
                      boxes.push([box.x, box.y, box.width, box.height]);
                    }
                    if (element.shadowRoot) {
                      measure(element.shadowRoot);
                    }
                  });
                  measure(document.body);
                  const now = JSON.stringify(boxes);
                  const same = !asked && now === window.visitor.boxes;
                  window.visitor = { boxes: now, frames: same ? window.visitor.frames + 1 : 0 };
                  return window.visitor.frames >= frames;
                }""", STILL);
    }

    private void judge(String name) {
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).as("what axe finds on " + name).isEmpty();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not on the PATH; install it."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
