package id.deskpilkada.field;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import id.deskpilkada.voting.VotingDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/** Phones with the field app on them. They have a browser of their own, for what is done to their clocks and their storage must not reach other tests. */
final class Phones implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run");
    private static final int BUSY_MACHINE = 60_000;

    private final String root;
    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> held = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Skips the test where no Chromium is installed. @param port of the line */
    Phones(int port) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Chromium at " + PROGRAM);
        root = "http://localhost:" + port;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(QUIET));
    }

    String root() {
        return root;
    }

    /** What scripts of the app failed at. */
    List<String> failures() {
        return failures;
    }

    /** The app of somebody who signed in when there was a line. @param before done to the phone before anything is opened */
    Page of(String username, Consumer<BrowserContext> before) {
        var phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setLocale("id-ID")
                .setHasTouch(true));
        held.add(phone);
        before.accept(phone);
        return signIn(phone, username);
    }

    Page of(String username) {
        return of(username, phone -> {});
    }

    /** A phone whose storage lies in a folder, so that it outlives its browser. */
    BrowserContext kept(Path folder) {
        var phone = playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(QUIET)
                                .setViewportSize(390, 844)
                                .setLocale("id-ID"));
        phone.setDefaultTimeout(BUSY_MACHINE);
        held.add(phone);
        return phone;
    }

    /** All of them are switched off, what they kept is forgotten. */
    void putDown() {
        held.forEach(BrowserContext::close);
        held.clear();
        failures.clear();
    }

    /** Ends the browser of such a phone as an empty battery does: without a chance to write anything. */
    static void cut(Path folder) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> commandOf(process).contains("--user-data-dir=" + folder))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    Page signIn(BrowserContext phone, String username) {
        phone.setDefaultTimeout(BUSY_MACHINE);
        var page = phone.newPage();
        page.onPageError(failures::add);
        page.navigate(root + "/masuk?lanjut=/lapangan");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", VotingDay.PASSWORD);
        page.click("main button:visible");
        return ready(page);
    }

    Page open(BrowserContext phone) {
        var page = phone.newPage();
        page.onPageError(failures::add);
        page.navigate(root + "/lapangan");
        return ready(page);
    }

    /** Waits until the app can do without a line, and gives tests the app's own modules as {@code desk}. */
    Page ready(Page page) {
        try {
            page.locator(".fa-outbox-line a").waitFor();
        } catch (TimeoutError missing) {
            throw new AssertionError(page.url() + " says " + page.content() + failures, missing);
        }
        page.evaluate(
                """
                async () => {
                  const { $part } = await import('/lapangan-app/' + document.documentElement.dataset.version + '/rest.js');
                  const [q, s, clock] = ['outbox/outbox.js', 'store.js', 'clock.js'].map($part);
                  window.desk = { q, s, clock };
                  await navigator.serviceWorker.ready;
                }""");
        // What is waited for must not be a promise: that one is something at once, whatever becomes of it.
        page.waitForFunction(
                "() => { desk.s.store().count('forms').then(n => { window.formsKept = n > 0; }); return window.formsKept; }");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
