package id.deskpilkada.dictation;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.fieldreport.PhotoFiles;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Form C1 came as a message with photos: numbers are typed, photos attached, and everything arrives once. */
@WholeApplication
class DictationPhotosTests {

    private static final double PATIENCE = 20_000;

    private static final String PASTE =
            """
            async bytes => {
              const bag = new DataTransfer();
              if (bytes) {
                bag.items.add(new File([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
              } else {
                bag.setData('text/plain', '150');
              }
              const event = new ClipboardEvent('paste', { clipboardData: bag, bubbles: true, cancelable: true, composed: true });
              (document.activeElement ?? document.body).dispatchEvent(event);
              return event.defaultPrevented;
            }
            """;

    private static final String DROP =
            """
            bytes => {
              const bag = new DataTransfer();
              bag.items.add(new File([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], 'salinan.png', { type: 'image/png' }));
              const event = new DragEvent('drop', { dataTransfer: bag, bubbles: true, cancelable: true });
              document.querySelector('[data-pane]').dispatchEvent(event);
              return event.defaultPrevented;
            }
            """;

    /** Two days pass and the field app tidies up; how many photos are left. */
    private static final String TWO_DAYS_LATER =
            """
            async () => {
              const { $part } = await import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'));
              const db = $part('store.js').store();
              for (const photo of await db.getAll('photos')) {
                await db.put('photos', Object.assign(photo, { takenAt: photo.takenAt - 2 * 24 * 3600 * 1000 }));
              }
              await $part('photo/sending.js').sendPhotos();
              return db.count('photos');
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

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    Chromium chromium;
    Page page;

    @BeforeEach
    void aDistrictThatTypes() {
        installation.empty();
        election.started();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("udin", "Udin Kramatwatu", "district-admin@36.04.05");
        chromium = new Chromium(port);
        page = chromium.desktop("udin");
    }

    @AfterEach
    void close() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void photosOfAMessageAreAttachedByKeyboardPasteAndDropAndFollowTheirReport() {
        open("C1");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        for (var digits : List.of("150", "150", "300", "120", "80", "200")) {
            page.keyboard().type(digits);
            page.keyboard().press("Enter");
        }
        var chooser = new CompletableFuture<FileChooser>();
        page.onFileChooser(chooser::complete);
        page.keyboard().press("F7");
        page.waitForFunction("() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUTTON'");
        page.keyboard().press("Enter");
        page.waitForCondition(chooser::isDone);
        chooser.join().setFiles(new FilePayload("WhatsApp.jpg", "image/jpeg", PhotoFiles.camera(1)));
        patiently(page.locator(".fa-photo-list li")).hasCount(1);
        assertThat(page.evaluate(PASTE)).isEqualTo(false);
        assertThat(page.evaluate(PASTE, picture("salmon"))).isEqualTo(true);
        patiently(page.locator(".fa-photo-list li")).hasCount(2);
        assertThat(page.evaluate(DROP, picture("teal"))).isEqualTo(true);
        patiently(page.locator(".fa-photo-list li")).hasCount(3);
        page.evaluate(DROP, picture("teal"));
        patiently(page.locator(".fa-notice-bad")).containsText("sudah ada");
        page.waitForFunction(
                "() => [...document.querySelector('[data-draw]').shadowRoot.querySelectorAll('img')].every(image => image.naturalWidth > 0)");
        chromium.picture(page, "masukkan-foto");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();

        page.route("**/api/photos/*", Route::abort);
        page.keyboard().press("Control+Enter");
        patiently(page.locator("[data-sent] .entry-receipt")).hasCount(1);
        patiently(page.locator("[data-sent] .entry-photos")).hasText("3 foto menyusul");
        chromium.picture(page, "masukkan-foto-menyusul");
        page.reload();
        patiently(page.locator("[data-sent] .entry-photos")).hasText("3 foto menyusul");
        page.unrouteAll();
        page.evaluate("() => { dispatchEvent(new Event('online')); dispatchEvent(new Event('online')); }");
        patiently(page.locator("[data-sent] .entry-photos")).hasText("3 foto terkirim");
        dispatcher.drain();
        var owner = installation.asOwner();
        assertThat(owner.queryForList(
                        "SELECT p.media_type FROM desk.photo p JOIN desk.photo_link l ON l.sha256 = p.sha256 JOIN desk.field_report f ON f.id = l.report_id WHERE f.kind = 'C1' AND f.area = '"
                                + MARGASANA_1 + "'",
                        String.class))
                .hasSize(3);
        assertThat(owner.queryForList("SELECT original FROM desk.photo", byte[].class))
                .allSatisfy(photo -> assertThat(new String(photo, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Exif", "Nama Petugas"));
        assertThat(owner.queryForObject("SELECT count(*) FROM desk.field_report", Integer.class))
                .isOne();
    }

    @Test
    void photosAloneGoToTheFormThatIsThere() {
        open("C1_PHOTOS");
        patiently(page.locator("[data-kind] option:checked").first()).containsText("Bupati");
        page.keyboard().press("Control+Enter");
        patiently(page.locator(".fa-fault")).hasCount(1);
        page.evaluate(PASTE, picture("salmon"));
        patiently(page.locator(".fa-photo-list li")).hasCount(1);
        page.keyboard().press("Control+Enter");
        patiently(page.locator("[data-sent] .entry-photos")).hasText("1 foto terkirim");
        dispatcher.drain();
        patiently(page.locator("[data-sent] li[data-state=ACCEPTED]")).hasCount(1);
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT kind || ' ' || source || ' ' || (payload::jsonb ->> 'race') FROM desk.field_report",
                                String.class))
                .containsExactly("C1_PHOTOS PHONE BUPATI");
    }

    @Test
    void aPhotoThatWaitsAtTheDeskOutlivesTheFieldAppOfTheSamePerson() {
        open("C1_PHOTOS");
        page.evaluate(PASTE, picture("salmon"));
        patiently(page.locator(".fa-photo-list li")).hasCount(1);
        page.evaluate(PASTE, picture("teal"));
        patiently(page.locator(".fa-photo-list li")).hasCount(2);
        page.locator("[aria-label='Buang foto 2']").click();
        patiently(page.locator(".fa-photo-list li")).hasCount(1);
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        assertThat(page.evaluate(TWO_DAYS_LATER))
                .as("only the one that is needed")
                .isEqualTo(1);

        open("C1_PHOTOS");
        patiently(page.locator(".fa-photo-list li img")).hasCount(1);
        page.route("**/api/photos/*", Route::abort);
        page.keyboard().press("Control+Enter");
        patiently(page.locator("[data-sent] .entry-photos")).hasText("1 foto menyusul");
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        assertThat(page.evaluate(TWO_DAYS_LATER)).isEqualTo(1);
        page.unrouteAll();
        open("C1_PHOTOS");
        patiently(page.locator("[data-sent] .entry-photos")).hasText("1 foto terkirim");
    }

    private void open(String kind) {
        chromium.open(page, "/desk/masukkan?kind=" + kind + "&race=BUPATI&tps=" + MARGASANA_1);
        page.locator("[data-entry][data-ready]").waitFor();
        patiently(page.locator("[data-stands] b").first()).hasText("TPS 001 Margasana");
        page.keyboard().press("F9");
        page.keyboard().type("Pak Adi");
        page.keyboard().press("Enter");
        if (kind.equals("C1")) {
            page.waitForFunction("() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'INPUT'");
        }
    }

    private String picture(String colour) {
        return page.evaluate(
                        """
                        colour => {
                          const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 800 });
                          const pen = canvas.getContext('2d');
                          pen.fillStyle = colour;
                          pen.fillRect(0, 0, 600, 800);
                          return canvas.toDataURL('image/png').split(',')[1];
                        }
                        """,
                        colour)
                .toString();
    }

    private static LocatorAssertions patiently(Locator locator) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return PlaywrightAssertions.assertThat(locator);
    }
}
