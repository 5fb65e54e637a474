package id.deskpilkada.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.deskpilkada.Html;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, by day on a desk and by night on a telephone: nothing that axe calls serious or critical, in order for who hears or touches it, no scrolling sideways. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final String AXE =
            "async (only) => (await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}},"
                    + " ...(only.length > 0 ? {runOnly: {type: 'rule', values: only}} : {})})).violations"
                    + ".filter(found => ['serious', 'critical'].includes(found.impact))"
                    + ".map(found => found.id + ': ' + found.nodes.map(node => node.html.slice(0, 200) + ' '"
                    + " + node.any.map(why => why.message).join()).slice(0, 3).join(' | '))";

    /** What may differ where the same page is narrow and dark; the rest was looked at before. */
    private static final List<String> DEPENDING_ON_STYLE = List.of(
            "color-contrast",
            "target-size",
            "scrollable-region-focusable",
            "link-in-text-block",
            "css-orientation-lock",
            "label",
            "button-name",
            "link-name");

    /** Words that no English text holds, with what stands around them. */
    private static final Pattern INDONESIAN = Pattern.compile(
            "(?:\\S+ ){0,3}\\b(?i:dan|yang|belum|sudah|tidak|dari|untuk|dengan|atau|pada|oleh|ini|laporan|wilayah|kecamatan|petugas|kirim|simpan|pilih|semua|cari|"
                    + "masuk|keluar|kejadian|pemungutan|terlambat|siap|waktu|tanggal|hari|telepon|nama|rapat|keputusan|tempat|bukan|lihat|ubah|hapus|selesai|lewat|sisa)\\b(?: \\S+){0,3}");

    /** Names, and what people of the test have written. */
    private static final List<String> AS_IT_IS = List.of(
            "Desk Pilkada",
            "Kecamatan Kramatwatu",
            "Petugas Kramatwatu",
            "Rapat Kramatwatu",
            "Rapat RahasiaBaros",
            "Untuk semua",
            "Dari: Pejalan");

    /** Pages on which something stays Indonesian, and what. */
    private static final Map<String, String> INDONESIAN_PARTS = Map.of(
            "/desk", "names of processes",
            "/desk/kejadian/{id:[0-9]+}", "names of tasks, as Tasklist says them",
            "/desk/laporan/{id:[0-9]+}", "the words of the document",
            "/desk/audit", "codes of the trail",
            "/setup", "columns of files, names of races");

    private static final Path PICTURES = Path.of("target/screenshots/pages");

    @Autowired
    MarkedDistricts districts;

    @Autowired
    Sides sides;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    CacheManager caches;

    @LocalServerPort
    int port;

    private final Map<String, Page> people = new LinkedHashMap<>();
    private String look = "";
    private Chromium chromium;
    private OwnPages pages;
    private List<OwnPages.OwnPage> all = List.of();

    @BeforeAll
    void begin() throws IOException {
        Files.createDirectories(PICTURES);
        look = new ClassPathResource("pages/look.js").getContentAsString(StandardCharsets.UTF_8);
        chromium = new Chromium(port);
        var walkers = Stream.concat(Walker.ofTheDistrict().stream(), Walker.ofTheRegency().stream())
                .toList();
        districts.begin(port, walkers);
        pages = new OwnPages(mappings, walkers, sides, port);
        all = pages.all();
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everyAddressOfAPageIsOpenedBySomebody() {
        assertThat(pages.closed())
                .as("who opens it, or why nobody does: OwnPages")
                .isEmpty();
        assertThat(all).hasSizeGreaterThan(50);
    }

    @Test
    void noPageKeepsAnybodyOut() {
        var found = new ArrayList<String>();
        for (var page : all) {
            Objects.requireNonNull(caches.getCache("request-rates")).clear();
            look(page).forEach(what -> found.add(page.role() + " " + page.address() + " " + what));
        }
        assertThat(found).isEmpty();
        assertThat(chromium.failures()).isEmpty();
    }

    @Test
    void whoReadsEnglishMeetsNoIndonesian() {
        var found = new TreeSet<String>();
        for (var page : all.stream()
                .filter(one -> !INDONESIAN_PARTS.containsKey(one.pattern()))
                .toList()) {
            Objects.requireNonNull(caches.getCache("request-rates")).clear();
            var text = new Html(pages.english(page)).text();
            for (var known : AS_IT_IS) {
                text = text.replace(known, " ");
            }
            INDONESIAN
                    .matcher(text)
                    .results()
                    .forEach(word ->
                            found.add(page.pattern() + ": " + word.group().strip()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theMainWaysAreGoneByKeyboardAlone() {
        var page = people.computeIfAbsent("desk", this::person);
        page.setViewportSize(1366, 768);
        chromium.open(page, "/desk/kejadian");
        var keys = new Keyboard(page);
        keys.tabTo(".skip").press("Enter").press("Tab");
        assertThat(keys.focusIsIn("main")).isTrue();

        chromium.open(page, "/desk/kejadian");
        keys.tabTo(".top nav summary").press("Enter").press("Tab");
        assertThat(keys.focusIsIn(".top nav details[open] ul a")).isTrue();
        keys.press("Escape");
        assertThat(keys.focusIsIn(".top nav details:not([open]) summary")).isTrue();

        keys.tabTo("#papan summary").press("Space");
        assertThat(page.locator("#papan details[open]").count()).isPositive();
        keys.tabTo("[data-card]").press("?");
        assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
        keys.press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
        assertThat(keys.focusIsIn("[data-card]")).isTrue();
        keys.press("Enter");
        page.waitForURL(Pattern.compile("/desk/kejadian/\\d+$"));

        chromium.open(page, "/desk/peta");
        keys.tabTo("#peta-tabel tbody a").press("Enter");
        page.waitForURL(Pattern.compile("/desk/(peta|kesiapan).*region="));
        chromium.open(page, "/desk/pesan");
        keys.tabTo(".tabs a:not([aria-current])").press("Enter");
        page.waitForURL(Pattern.compile("/desk/pesan.+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/pemungutan",
                "/desk/laporan",
                "/desk/kejadian",
                "/desk/belum-lapor",
                "/desk/kejadian/700001"
            })
    void onPaperEverySheetSaysWhatTheDataAreNot(String path) throws IOException {
        var page = people.computeIfAbsent("desk", this::person);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        chromium.open(page, path);
        var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        if (Boolean.getBoolean("desk.pictures")) {
            Files.write(PICTURES.resolve(path.replaceAll("\\W+", "-").substring(1) + ".pdf"), paper);
        }
        try (var document = Loader.loadPDF(paper)) {
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(sheet);
                reader.setEndPage(sheet);
                assertThat(reader.getText(document))
                        .contains("bukan hasil resmi", sheet + "/" + document.getNumberOfPages())
                        .doesNotContain("http", "Keluar", "Kotak masuk");
            }
            assertThat(document.getNumberOfPages()).isLessThan(8);
        }
    }

    private List<String> look(OwnPages.OwnPage own) {
        var found = new ArrayList<String>();
        var page = people.computeIfAbsent(own.role(), this::person);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1366, 768);
        chromium.open(page, own.address());
        page.evaluate(AxeBuilder.getAxeScript());
        wrong(page, false).forEach(what -> found.add("(desk) " + what));
        picture(page, own, "desk");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        wrong(page, true).forEach(what -> found.add("(telephone, dark) " + what));
        picture(page, own, "phone");
        return found;
    }

    /** Asked for with {@code -Ddesk.pictures=true}, to be looked at. */
    private static void picture(Page page, OwnPages.OwnPage own, String where) {
        if (Boolean.getBoolean("desk.pictures")) {
            var name = (own.role() + own.pattern()).replaceAll("\\W+", "-") + "-" + where + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/pages", name)));
        }
    }

    private List<String> wrong(Page page, boolean phone) {
        var wrong = new ArrayList<String>();
        add(wrong, page.evaluate(AXE, phone ? DEPENDING_ON_STYLE : List.of()));
        add(wrong, page.evaluate(look, phone));
        return wrong;
    }

    private static void add(List<String> wrong, Object told) {
        ((List<?>) told).forEach(line -> wrong.add(String.valueOf(line)));
    }

    private Page person(String role) {
        return role.equals(OwnPages.NOBODY)
                ? chromium.empty()
                : chromium.desktop("pejalan-" + role, MarkedDistricts.PASSWORD);
    }
}
