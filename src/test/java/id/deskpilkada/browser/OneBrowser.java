package id.deskpilkada.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of a JVM: to start it takes longer than most tests. Its windows are kept too, with the scripts and styles they have loaded; whatever else they hold is
 * forgotten before the next test. It ends with the JVM, whose pipe it listens to.
 */
final class OneBrowser {

    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** A clock that a test has put in stays in its window, and with it a {@code performance} that knows of nothing. */
    private static final String FALSE_CLOCK = "() => !Function.prototype.toString.call(Date).includes('[native code]')";

    private static @Nullable OneBrowser running;

    private final Browser browser;
    private final Map<Look, Deque<BrowserContext>> idle = new HashMap<>();

    /** How a window looks; its size in CSS pixels. */
    record Look(int width, int height, boolean scripts) {}

    private OneBrowser() {
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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

    static synchronized OneBrowser running() {
        var browser = running;
        if (browser == null || !browser.browser.isConnected()) {
            browser = new OneBrowser();
            running = browser;
        }
        return browser;
    }

    /** A page in a window of its own, in which nobody is signed in. */
    Page page(Look look, String root) {
        var windows = idle.computeIfAbsent(look, any -> new ArrayDeque<>());
        for (var kept = windows.poll(); kept != null; kept = windows.poll()) {
            var page = forgetful(kept, root);
            if (!look.scripts() || Boolean.FALSE.equals(page.evaluate(FALSE_CLOCK))) {
                return page;
            }
            kept.close();
        }
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setJavaScriptEnabled(look.scripts())
                .setLocale("id-ID"));
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    private static Page forgetful(BrowserContext context, String root) {
        context.clearCookies();
        context.clearPermissions();
        context.setOffline(false);
        var page = context.newPage();
        var stored = new JsonObject();
        stored.addProperty("origin", root);
        stored.addProperty("storageTypes", "all");
        var tools = context.newCDPSession(page);
        tools.send("Storage.clearDataForOrigin", stored);
        tools.detach();
        return page;
    }

    void giveBack(Look look, BrowserContext context) {
        for (var page : List.copyOf(context.pages())) {
            page.close();
        }
        idle.computeIfAbsent(look, any -> new ArrayDeque<>()).push(context);
    }
}
