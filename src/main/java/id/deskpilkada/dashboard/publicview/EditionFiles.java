package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.dashboard.publicview.PublicSearch.Hit;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes all files of an edition. What would come out the same as last time is not made again, also where last time was cut short; that is all that is remembered, and it is worth nothing but time. */
@Component
class EditionFiles {

    static final String HTML = "text/html;charset=utf-8";

    private static final String JSON = "application/json";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private final PageRenderer renderer;
    private final PublicData data;
    private final byte[] script = PublicPolicy.read("templates/public/cari.js").getBytes(StandardCharsets.UTF_8);
    private final Map<String, Made> last = new HashMap<>();

    EditionFiles(PageRenderer renderer, PublicData data) {
        this.renderer = renderer;
        this.data = data;
    }

    record Content(String path, String contentType, byte[] bytes, String etag) {}

    /** @param from everything on which the content depends */
    private record Made(Object from, Content content) {}

    /** By path. */
    synchronized Map<String, Content> of(Edition edition) {
        var now = new HashMap<String, Made>();
        var pages = PublicPages.of(edition);
        pages.forEach(page -> add(edition, page, now));
        var root = pages.get(0);
        put("progress.json", JSON, root, () -> data.progress(root), now);
        var index = data.index(edition);
        put(PublicSearch.INDEX, JSON, new String(index, StandardCharsets.UTF_8), () -> index, now);
        put("cari.js", SCRIPT, "", () -> script, now);
        PageRenderer.LANGUAGES.forEach(language -> addBrowsing(edition, language, now));
        last.keySet().retainAll(now.keySet());
        var contents = new TreeMap<String, Content>();
        now.forEach((path, made) -> contents.put(path, made.content()));
        return contents;
    }

    private void add(Edition edition, PublicPage page, Map<String, Made> now) {
        for (var language : PageRenderer.LANGUAGES) {
            put(
                    PublicPaths.in(language).file(page),
                    HTML,
                    page,
                    () -> renderer.page(page, edition.root(), language, false),
                    now);
        }
        page.rounds().forEach(round -> round.races()
                .forEach(race -> put(
                        PublicPaths.tally(round, race, page),
                        JSON,
                        List.of(round, race, page.place(), page.simulation()),
                        () -> data.tally(page, round, race),
                        now)));
    }

    /** The way down for those without scripts, also where no application answers. */
    private void addBrowsing(Edition edition, Locale language, Map<String, Made> now) {
        var places = edition.below(edition.root()).stream()
                .filter(place -> !place.isStation())
                .map(EditionFiles::hit)
                .toList();
        put(
                PublicPaths.in(language).searchFile(),
                HTML,
                List.of(edition.root(), edition.simulation(), places),
                () -> renderer.search(edition.root(), edition.simulation(), language, "", places),
                now);
    }

    private static Hit hit(Place place) {
        return new Hit(place.code(), place.name(), "", "");
    }

    private void put(String path, String type, Object from, Supplier<byte[]> bytes, Map<String, Made> now) {
        var made = last.get(path);
        if (made == null || !made.from().equals(from)) {
            var content = bytes.get();
            made = new Made(from, new Content(path, type, content, FileBytes.etag(content)));
            last.put(path, made);
        }
        now.put(path, made);
    }
}
