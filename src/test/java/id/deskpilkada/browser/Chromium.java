package id.deskpilkada.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.deskpilkada.staff.People;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real browser on the application under test. What scripts of its pages fail at is kept, pictures go to {@code target/screenshots}. */
public final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** How long Tasklist may take to show itself while other tests run beside it, ms. */
    private static final int BUSY_MACHINE = 60_000;

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final OneBrowser browser;
    private final Map<BrowserContext, OneBrowser.Look> windows = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Skips the test where no Chromium is installed. */
    public Chromium(int port) {
        Assumptions.assumeTrue(Files.isExecutable(OneBrowser.PROGRAM), "no Chromium at " + OneBrowser.PROGRAM);
        this.root = "http://localhost:" + port;
        this.browser = OneBrowser.running();
    }

    public Page desktop(String username) {
        return desktop(username, People.PASSWORD);
    }

    public Page desktop(String username, String password) {
        return signedIn(username, password, 1366, 768, true);
    }

    /** Signs in as people do, on the page for it. */
    public Page typedIn(String username, String password) {
        var page = at("/masuk");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("main button:visible");
        page.waitForURL(url -> !url.contains("/masuk"));
        return page;
    }

    /** A telephone without scripts. */
    public Page phone(String username) {
        return withoutScripts(username, People.PASSWORD);
    }

    /** A telephone with scripts, for the field app. */
    public Page handset(String username) {
        return signedIn(username, People.PASSWORD, 390, 844, true);
    }

    public Page withoutScripts(String username, String password) {
        return signedIn(username, password, 390, 844, false);
    }

    /** A page of a browser in which nobody is signed in. */
    public Page empty() {
        return page(1366, 768, true);
    }

    /** A telephone without scripts, of somebody who is nobody here. */
    public Page stranger() {
        return page(390, 844, false);
    }

    /** A page of the application, opened by a browser in which nobody is signed in. */
    public Page at(String path) {
        var page = empty();
        page.navigate(root + path);
        return page;
    }

    /** Sends what the sign-in page sends, without drawing it, and opens the page that a person lands on. */
    private Page signedIn(String username, String password, int width, int height, boolean scripts) {
        var page = page(width, height, scripts);
        var http = page.context().request();
        var proof = PROOF.matcher(http.get(root + "/masuk").text());
        assertThat(proof.find()).isTrue();
        var answer = http.post(
                root + "/masuk",
                RequestOptions.create()
                        .setMaxRedirects(0)
                        .setForm(FormData.create()
                                .set("_csrf", proof.group(1))
                                .set("username", username)
                                .set("password", password)));
        var landing = URI.create(root + "/masuk").resolve(answer.headers().getOrDefault("location", "/masuk"));
        assertThat(landing.getPath()).as("where " + username + " lands").isNotEqualTo("/masuk");
        page.navigate(landing.toString());
        return page;
    }

    private Page page(int width, int height, boolean scripts) {
        var look = new OneBrowser.Look(width, height, scripts);
        var page = browser.page(look, root);
        windows.put(page.context(), look);
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

    /** Signed in as one of the demo's people, at the page where their work is. */
    public Page inDemo(String username, int width, int height) {
        var page = page(width, height, true);
        page.navigate(root + "/masuk");
        page.click("button[value='" + username + "']");
        page.waitForURL(url -> !url.contains("/masuk"));
        return page;
    }

    /** Opens somebody's Tasklist, the task whose name holds the text, and takes it over. */
    public Page task(String username, String name) {
        var page = open(desktop(username), "/camunda/app/tasklist/default/");
        var entry = page.locator(".tasks-list li", new Page.LocatorOptions().setHasText(name))
                .first();
        try {
            entry.waitFor(new Locator.WaitForOptions().setTimeout(BUSY_MACHINE));
        } catch (TimeoutError missing) {
            picture(page, "missing-task-" + username);
            throw new AssertionError(
                    "%s finds no \"%s\" at %s. The page says: %s. Scripts: %s. Browser: %s"
                            .formatted(username, name, page.url(), page.innerText("body"), failures, complaints),
                    missing);
        }
        entry.click();
        page.locator("text=Ambil").first().click();
        page.locator(".c1-body").waitFor();
        page.locator("button:has-text('Selesaikan'):enabled").waitFor();
        return page;
    }

    /** Opens Tasklist and waits for a part of it. */
    public void tasklist(Page page, Locator part) {
        open(page, "/camunda/app/tasklist/default/");
        part.waitFor(new Locator.WaitForOptions().setTimeout(BUSY_MACHINE));
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
        windows.forEach((window, look) -> browser.giveBack(look, window));
        windows.clear();
    }
}
