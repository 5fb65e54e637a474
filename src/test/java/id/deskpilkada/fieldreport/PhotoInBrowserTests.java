package id.deskpilkada.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A photo on the phone: made small, looked at, and brought to the server over a line that breaks. */
@WholeApplication
class PhotoInBrowserTests {

    private static final String FIELD =
            """
            async base => {
              const { h, render, useState } = await import(base + 'ui.js');
              const { PhotoField } = await import(base + 'photo/field.js');
              const place = document.createElement('main');
              place.className = 'fa-screen';
              document.body.replaceChildren(place);
              function Box() {
                const [value, set] = useState([]);
                window.hashes = value;
                return h(PhotoField, { value, onChange: set, least: 1, most: 3 });
              }
              render(h(Box), place);
            }
            """;

    private static final String KEPT =
            """
            async base => {
              const { store } = await import(base + 'store.js');
              const found = [];
              for (const hash of window.hashes) {
                const photo = await store().get('photos', hash);
                const picture = await createImageBitmap(photo.blob);
                const text = new TextDecoder('latin1').decode(await photo.blob.arrayBuffer());
                const digest = await crypto.subtle.digest('SHA-256', await photo.blob.arrayBuffer());
                found.push({ bytes: photo.bytes, size: photo.blob.size, width: picture.width, height: picture.height, blurred: photo.blurred,
                  telling: /Exif|Nama Petugas/.test(text),
                  named: hash === Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('') });
              }
              return found;
            }
            """;

    private static final String BY_HAND =
            """
            async base => {
              const { byHand, sha256 } = await import(base + 'photo/hash.js');
              for (let length = 0; length < 200; length++) {
                const bytes = crypto.getRandomValues(new Uint8Array(length));
                const hex = Array.from(byHand(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
                if (hex !== await sha256(bytes.buffer)) {
                  return length;
                }
              }
              return -1;
            }
            """;

    private static final String REPORTED =
            """
            async ([base, tps, election]) => {
              const { hand } = await import(base + 'outbox/outbox.js');
              return hand({ label: 'C1', photos: window.hashes, round: { election, round: 'R1', kind: 'REGULAR' }, report: {
                kind: 'C1', race: 'BUPATI', tps, election, round: 'R1', observedAt: new Date().toISOString(),
                data: { form: 'PLANO', votes: { 1: 1, 2: 2 }, photos: window.hashes } } });
            }
            """;

    private static final String REFUSED_REPORT =
            """
            async base => {
              const { store } = await import(base + 'store.js');
              await store().put('outbox', { id: 'ditolak', order: 0, state: 'REFUSED', photos: window.hashes, report: { kind: 'C1' }, attempts: 0, answer: {}, savedAt: new Date().toISOString() });
              return (await import(base + 'photo/sending.js')).sendPhotos();
            }
            """;

    private static final String STATE =
            """
            async base => {
              const { photoCounts } = await import(base + 'photo/sending.js');
              return photoCounts();
            }
            """;

    /** Bytes of a request that such a network does not mind. */
    private static final int LET_THROUGH = 20_000;

    private static final String HELD_UP =
            """
            base => {
              import(base + 'store.js').then(({ store }) => store().getAll('photos'))
                .then(all => { window.heldUp = all.some(one => one.answer && one.answer.code === 'BLOCKED'); });
              return window.heldUp;
            }
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    Chromium chromium;
    Page page;
    String base;

    @BeforeEach
    void aPhoneWithTheApp() {
        installation.empty();
        election.started();
        new People(staff, secrets).add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        chromium = new Chromium(port);
        page = chromium.desktop("siti");
        page.setViewportSize(390, 844);
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        base = page.evaluate("document.querySelector('script[type=module]').src.replace('start.js', '')")
                .toString();
        page.evaluate(FIELD, base);
    }

    @AfterEach
    void close() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void whatTheCameraMakesBecomesSmallUprightAndTellsNothingElse() {
        var camera = PhotoFiles.camera(1);
        assertThat(camera).hasSizeGreaterThan(1_000_000);
        assertThat(new String(camera, StandardCharsets.ISO_8859_1)).contains("Nama Petugas");
        choose("input[capture]", "kamera.jpg", camera);
        choose("input[multiple]", "buram.jpg", PhotoFiles.camera(12));

        var kept = kept();
        assertThat(kept).hasSize(2).allSatisfy(photo -> {
            assertThat(number(photo, "bytes"))
                    .isLessThanOrEqualTo(300_000)
                    .isEqualTo(number(photo, "size"))
                    .isGreaterThan(20_000);
            assertThat(number(photo, "width")).isEqualTo(1350);
            assertThat(number(photo, "height")).isEqualTo(1800);
            assertThat(photo).containsEntry("telling", false).containsEntry("named", true);
        });
        assertThat(kept.get(0)).containsEntry("blurred", false);
        assertThat(kept.get(1)).containsEntry("blurred", true);
        assertThat(page.locator(".fa-photo-blurred").count()).isOne();
        assertThat(page.textContent(".fa-photo-list li:last-child")).contains("Ambil ulang");
        page.waitForFunction("() => [...document.images].every(image => image.naturalWidth > 0)");
        chromium.picture(page, "lapangan-foto-hp");

        page.setInputFiles("input[multiple]", payload("catatan.txt", "bukan foto".getBytes(StandardCharsets.UTF_8)));
        page.locator(".fa-notice-bad").waitFor();
        assertThat(page.textContent(".fa-notice-bad")).contains("bukan foto yang dapat dibuka");
        var ftyp = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        page.setInputFiles("input[multiple]", payload("iphone.heic", ftyp));
        page.locator(".fa-notice-bad:has-text('HEIC')").waitFor();
        page.click("[aria-label='Buang foto 2']");
        page.waitForFunction("() => window.hashes.length === 1");
        assertThat(page.evaluate(BY_HAND, base)).isEqualTo(-1);
    }

    @Test
    void aPhotoFollowsItsReportAndWhatHasArrivedIsNotSentAgain() {
        choose("input[capture]", "kamera.jpg", PhotoFiles.camera(1));
        var size = number(kept().get(0), "bytes");
        var sent = new ArrayList<String>();
        var arrived = new ArrayList<Integer>();
        page.route("**/api/**", route -> {
            var request = route.request();
            if (!request.method().equals("PATCH")) {
                sent.add(request.method());
                route.resume();
            } else if (arrived.size() == 1 && !sent.contains("cut")) {
                sent.add("cut");
                route.abort();
            } else {
                sent.add("PATCH");
                arrived.add(request.postDataBuffer().length);
                route.resume();
            }
        });
        page.evaluate(REFUSED_REPORT, base);
        assertThat(page.evaluate(STATE, base)).isEqualTo(Map.of("waiting", 0, "sent", 0, "refused", 0, "held", 1));
        assertThat(sent).doesNotContain("PATCH");

        page.evaluate(REPORTED, List.of(base, SmallElection.MARGASANA_1, SmallElection.CODE));
        page.waitForCondition(() -> sent.contains("cut"));
        assertThat(sent.indexOf("PUT")).isNotNegative().isLessThan(sent.indexOf("PATCH"));
        assertThat(page.evaluate(STATE, base)).isEqualTo(Map.of("waiting", 1, "sent", 0, "refused", 0, "held", 0));

        page.evaluate("dispatchEvent(new Event('online'))");
        page.waitForCondition(
                () -> page.evaluate(STATE, base).equals(Map.of("waiting", 0, "sent", 1, "refused", 0, "held", 0)));
        assertThat(sent).contains("HEAD");
        assertThat(arrived).hasSizeGreaterThan(1);
        assertThat(arrived.stream().mapToInt(Integer::intValue).sum()).isEqualTo(size);
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT length(original) FROM photo WHERE sha256 = (SELECT sha256 FROM photo_link)",
                                Integer.class))
                .isEqualTo(size);
        page.unrouteAll();

        chromium.open(page, "/lapangan#/antrean");
        page.reload();
        page.locator(".fa-photo-sent").nth(1).waitFor();
        assertThat(page.textContent(".fa-outbox-sent .fa-photo-states")).contains("1 foto terkirim");
        assertThat(page.textContent(".fa-outbox-refused .fa-photo-states")).contains("1 foto terkirim");
        chromium.picture(page, "lapangan-foto-antrean");
    }

    @Test
    void aNetworkThatRefusesLargePartsGetsSmallOnesAndOneThatRefusesAllIsNamed() {
        choose("input[capture]", "kamera.jpg", PhotoFiles.camera(1));
        var tried = new ArrayList<Integer>();
        page.route("**/api/photos/*", route -> {
            var body = route.request().postDataBuffer();
            tried.add(body == null ? 0 : body.length);
            if (body == null || body.length <= LET_THROUGH) {
                route.resume();
            } else {
                refuse(route, 413);
            }
        });
        page.evaluate(REPORTED, List.of(base, SmallElection.MARGASANA_1, SmallElection.CODE));
        page.waitForCondition(
                () -> page.evaluate(STATE, base).equals(Map.of("waiting", 0, "sent", 1, "refused", 0, "held", 0)));
        assertThat(tried.stream().filter(bytes -> bytes > LET_THROUGH))
                .as("parts that were too large")
                .hasSizeBetween(1, 3);

        page.unrouteAll();
        page.route("**/api/photos/*", route -> refuse(route, 403));
        choose("input[capture]", "kamera.jpg", PhotoFiles.camera(2));
        page.evaluate(REPORTED, List.of(base, SmallElection.MARGASANA_2, SmallElection.CODE));
        page.waitForFunction(HELD_UP, base);
        chromium.open(page, "/lapangan#/antrean");
        page.reload();
        page.locator(".fa-photo-blocked:has-text('ditolak di jalan oleh jaringan ini')")
                .waitFor();
        chromium.picture(page, "lapangan-foto-jaringan");
        page.unrouteAll();
        page.evaluate("dispatchEvent(new Event('online'))");
        page.locator(".fa-photo-sent").nth(1).waitFor();
    }

    private static void refuse(Route route, int status) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html")
                .setBody("<h1>Proksi</h1>"));
    }

    private void choose(String input, String name, byte[] file) {
        var before = page.evaluate("window.hashes.length");
        page.setInputFiles(input, payload(name, file));
        page.waitForFunction("before => window.hashes.length > before", before);
    }

    private static FilePayload payload(String name, byte[] file) {
        return new FilePayload(name, name.endsWith("jpg") ? "image/jpeg" : "application/octet-stream", file);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> kept() {
        return (List<Map<String, Object>>) page.evaluate(KEPT, base);
    }

    private static int number(Map<String, Object> photo, String name) {
        return (Integer) photo.get(name);
    }
}
