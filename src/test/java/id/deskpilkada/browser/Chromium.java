package id.deskpilkada.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import id.deskpilkada.staff.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real browser on the application under test. What scripts of its pages fail at is kept, pictures go to {@code target/screenshots}. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final String root;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> failures = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Skips the test where no Chromium is installed. */
    public Chromium(int port) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Chromium at " + PROGRAM);
        this.root = "http://localhost:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    public Page desktop(String username) {
        return desktop(username, People.PASSWORD);
    }

    public Page desktop(String username, String password) {
        return signedIn(username, password, 1366, 768, true);
    }

    /** A telephone without scripts. */
    public Page phone(String username) {
        return withoutScripts(username, People.PASSWORD);
    }

    public Page withoutScripts(String username, String password) {
        return signedIn(username, password, 390, 844, false);
    }

    /** A page of a browser in which nobody is signed in. */
    public Page empty() {
        return page(1366, 768, true);
    }

    /** A page of the application, opened by a browser in which nobody is signed in. */
    public Page at(String path) {
        var page = empty();
        page.navigate(root + path);
        return page;
    }

    private Page signedIn(String username, String password, int width, int height, boolean scripts) {
        var page = page(width, height, scripts);
        page.navigate(root + "/masuk");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("main button:visible");
        page.waitForURL(url -> !url.contains("/masuk"));
        return page;
    }

    private Page page(int width, int height, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setLocale("id-ID"));
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + page.url() + ")");
            }
        });
        return page;
    }

    public Page open(Page page, String path) {
        page.navigate(root + path);
        return page;
    }

    /** Opens somebody's Tasklist, the task whose name holds the text, and takes it over. */
    public Page task(String username, String name) {
        var page = open(desktop(username), "/camunda/app/tasklist/default/");
        var entry = page.locator(".tasks-list li", new Page.LocatorOptions().setHasText(name))
                .first();
        if (!appears(entry)) {
            complaints.add("Tasklist had to be loaded again, it said: " + page.innerText("body"));
            page.reload();
            if (!appears(entry)) {
                picture(page, "missing-task-" + username);
                throw new AssertionError("%s finds no \"%s\" at %s. The page says: %s. Scripts: %s. Browser: %s"
                        .formatted(username, name, page.url(), page.innerText("body"), failures, complaints));
            }
        }
        entry.click();
        page.locator("text=Ambil").first().click();
        page.locator(".c1-body").waitFor();
        page.locator("button:has-text('Selesaikan'):enabled").waitFor();
        return page;
    }

    private static boolean appears(Locator entry) {
        try {
            entry.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
            return true;
        } catch (TimeoutError missing) {
            return false;
        }
    }

    /** Presses Tasklist's own button and waits until it has moved on. */
    public void finish(Page page) {
        page.locator("button:has-text('Selesaikan')").click();
        page.locator(".c1")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    /** Types into the fields of Form C1 in Tasklist: path, number, path, number. */
    public static void type(Page page, String... pathsAndNumbers) {
        for (int at = 0; at < pathsAndNumbers.length; at += 2) {
            page.locator("[id='c1-" + pathsAndNumbers[at] + "']").fill(pathsAndNumbers[at + 1]);
        }
    }

    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What scripts of our pages failed at. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** What the browser itself complained of: answers that were refusals, and what the content policy blocked. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
