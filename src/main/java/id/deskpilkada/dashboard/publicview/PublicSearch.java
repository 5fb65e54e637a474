package id.deskpilkada.dashboard.publicview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.platform.Area;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds a village, a district or a polling station among the public pages, from memory: by name, or by the code of a TPS as it stands on the invitation to vote. */
@Component
class PublicSearch {

    static final String INDEX = "cari.json";

    private static final int MOST = 40;
    static final int VILLAGE_DIGITS = 10;
    private static final int TPS_DIGITS = 13;
    private static final int FEWEST_LETTERS = 2;

    private final ObjectMapper json;
    private final PublicFiles files;
    private volatile Index index = Index.NONE;

    PublicSearch(ObjectMapper json, PublicFiles files) {
        this.json = json;
        this.files = files;
    }

    /** @param station 13 digits, or empty for the place itself; it is a line on the page of its village */
    record Hit(String code, String name, String above, String station) {

        public String stationName() {
            return station.isEmpty() ? "" : "TPS " + station.substring(VILLAGE_DIGITS);
        }
    }

    private record Index(Place root, boolean simulation, List<Entry> entries) {

        static final Index NONE = new Index(new Place("", "", "", ""), false, List.of());
    }

    private record Entry(String code, String area, String name, String above, List<Integer> stations) {

        boolean has(String station) {
            return station.startsWith(area) && stations.contains(Integer.parseInt(station.substring(VILLAGE_DIGITS)));
        }
    }

    @EventListener
    void changed(PublicFilesChanged event) {
        if (event.gone().contains(INDEX) || event.written().contains(INDEX)) {
            index = files.find(INDEX).map(this::read).orElse(Index.NONE);
        }
    }

    Place root() {
        return index.root();
    }

    boolean simulation() {
        return index.simulation();
    }

    /** Those that begin with what was asked first, at most 40; without a question the places to go down from. */
    List<Hit> find(String question) {
        var text = question.strip().toLowerCase(Locale.ROOT);
        var digits = text.replaceAll("[.\\s-]", "");
        if (digits.matches("\\d{4,13}")) {
            return byCode(digits);
        }
        if (text.isEmpty()) {
            return index.entries().stream()
                    .filter(entry -> entry.above().isEmpty())
                    .map(PublicSearch::hit)
                    .toList();
        }
        if (text.length() < FEWEST_LETTERS) {
            return List.of();
        }
        return index.entries().stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).contains(text))
                .sorted(Comparator.comparing((Entry entry) ->
                                !entry.name().toLowerCase(Locale.ROOT).startsWith(text))
                        .thenComparing(Entry::name)
                        .thenComparing(Entry::code))
                .limit(MOST)
                .map(PublicSearch::hit)
                .toList();
    }

    /** A TPS by its whole code, where its village has it; else the smallest place that is shown around it. */
    private List<Hit> byCode(String digits) {
        if (digits.length() == TPS_DIGITS) {
            var station = index.entries().stream()
                    .filter(entry -> entry.has(digits))
                    .map(entry -> new Hit(entry.code(), entry.name(), entry.above(), digits))
                    .toList();
            return station.isEmpty() ? around(digits) : station;
        }
        var inside = index.entries().stream()
                .filter(entry -> entry.area().startsWith(digits))
                .limit(MOST)
                .map(PublicSearch::hit)
                .toList();
        return inside.isEmpty() ? around(digits) : inside;
    }

    private List<Hit> around(String digits) {
        return index.entries().stream()
                .filter(entry -> digits.startsWith(entry.area()))
                .max(Comparator.comparingInt(entry -> entry.area().length()))
                .map(PublicSearch::hit)
                .stream()
                .toList();
    }

    private static Hit hit(Entry entry) {
        return new Hit(entry.code(), entry.name(), entry.above(), "");
    }

    private Index read(PublicFile file) {
        try {
            var tree = json.readTree(file.plain());
            var all = new ArrayList<Entry>();
            var root = tree.path("root");
            var code = root.path("code").asText();
            tree.path("places").forEach(row -> add(row, code, "", all));
            return new Index(
                    new Place(
                            code,
                            Area.digits(code),
                            root.path("name").asText(),
                            root.path("level").asText()),
                    tree.path("simulation").asBoolean(),
                    List.copyOf(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode row, String above, String nameAbove, List<Entry> all) {
        var code = above + "." + row.path(0).asText();
        var name = row.path(1).asText();
        var below = row.path(2);
        all.add(new Entry(code, Area.digits(code), name, nameAbove, stations(below)));
        below.forEach(child -> {
            if (child.isArray()) {
                add(child, code, name, all);
            }
        });
    }

    private static List<Integer> stations(JsonNode below) {
        if (below.isInt()) {
            return IntStream.rangeClosed(1, below.asInt()).boxed().toList();
        }
        return StreamSupport.stream(below.spliterator(), false)
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .toList();
    }
}
