package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.platform.document.QrCode;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Emergency numbers to hang up at a post, a TPS or a village office: readable from two metres, in black and white. */
@Component
class Posters {

    private static final int ON_A_PAGE = 6;
    private static final int FEW = 4;
    private static final int LONGEST_REGION = 10;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("id"));

    private final EmergencyNumbers emergencies;
    private final DirectorySearch directory;
    private final Documents documents;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Posters(
            EmergencyNumbers emergencies,
            DirectorySearch directory,
            Documents documents,
            Regions regions,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.emergencies = emergencies;
        this.directory = directory;
        this.documents = documents;
        this.regions = regions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    record Poster(String fileName, byte[] pdf) {}

    /**
     * @param qr opens the telephone with the number
     * @param size of the number's letters, read from two metres; a long number is set smaller, so that it stays in one line
     */
    record Line(EmergencyNumbers.Number number, String qr, String size) {

        static Line of(EmergencyNumbers.Number number, boolean few) {
            var brief = number.readable().length() <= 5;
            var size = few ? brief ? "76pt" : "45pt" : brief ? "48pt" : "38pt";
            return new Line(number, QrCode.png(number.dial()), size);
        }
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 {@code NO_CONFIRMED_NUMBERS} */
    Poster of(Actor actor, String code) {
        var area = Area.digits(code);
        if (!actor.covers(area)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", code);
        }
        requireKnown(area);
        var numbers = emergencies.of(area);
        if (numbers.isEmpty()) {
            throw Problem.unprocessable("NO_CONFIRMED_NUMBERS");
        }
        var lines = numbers.stream()
                .map(number -> Line.of(number, numbers.size() <= FEW))
                .toList();
        var pages = new ArrayList<List<Line>>();
        for (int from = 0; from < lines.size(); from += ON_A_PAGE) {
            pages.add(lines.subList(from, Math.min(lines.size(), from + ON_A_PAGE)));
        }
        audit.record("export.poster", "poster/" + area, area, Map.of("numbers", Integer.toString(lines.size())));
        var today = LocalDate.ofInstant(Instant.now(clock), regions.zone());
        var model = Map.of("place", directory.place(area), "pages", pages, "day", DAY.format(today));
        return new Poster("nomor-darurat-" + area + ".pdf", documents.pdf("emergency-poster", model));
    }

    private void requireKnown(String area) {
        if (area.length() <= LONGEST_REGION) {
            regions.require(area);
            return;
        }
        var stations = jdbc.sql("SELECT count(*) FROM polling_station WHERE code = ?")
                .param(area)
                .query(Long.class)
                .single();
        if (stations == 0) {
            throw Problem.notFound("UNKNOWN_REGION", area);
        }
    }
}
