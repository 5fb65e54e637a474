package id.deskpilkada.field;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** How much a phone can keep. */
final class Storage {

    private Storage() {}

    /** Lets the browser keep no more than so many bytes of the app. To be said before anything is kept: for half a minute it trusts what it once allowed. */
    static void limit(Page page, String root, int bytes) {
        var limit = new JsonObject();
        limit.addProperty("origin", root);
        limit.addProperty("quotaSize", bytes);
        page.context().newCDPSession(page).send("Storage.overrideQuotaForOrigin", limit);
    }

    /** Keeps things that nobody may throw away, smaller and smaller ones, until not even a note finds room. */
    static void fill(Page page) {
        page.evaluate(
                """
                async () => {
                  let n = 0;
                  for (let bytes = 400000; bytes >= 100; bytes = Math.round(bytes / 2)) {
                    for (let fits = true; fits;) {
                      const noise = new Uint8Array(bytes);
                      for (let at = 0; at < bytes; at += 65536) crypto.getRandomValues(noise.subarray(at, at + 65536));
                      fits = await desk.s.store().put('notes', noise, 'isi-' + n++).then(() => n < 400, () => false);
                    }
                  }
                }""");
    }
}
