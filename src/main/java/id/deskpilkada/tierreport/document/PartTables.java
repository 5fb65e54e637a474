package id.deskpilkada.tierreport.document;

import static id.deskpilkada.tierreport.document.Table.Kind.CODE;
import static id.deskpilkada.tierreport.document.Table.Kind.NUMBER;
import static id.deskpilkada.tierreport.document.Table.Kind.PERCENT;
import static id.deskpilkada.tierreport.document.Table.Kind.TEXT;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.District;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Kind;
import id.deskpilkada.tierreport.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A region by the tier below: how each part stands, and whether its report was sealed. */
@Component
class PartTables {

    /** So many columns are still readable on upright paper. */
    private static final int RACES_BESIDE = 5;

    private static final int CANDIDATES_BESIDE = 6;

    private final Words words;

    PartTables(Words words) {
        this.words = words;
    }

    private Column column(String key, Kind kind, int width) {
        return new Column(words.text("tierdoc.column." + key), kind, width);
    }

    Table standing(Material of) {
        return new Table(
                "parts",
                words.text("tierdoc.table.parts." + of.snapshot().level()),
                List.of(
                        column("region", TEXT, 20),
                        column("stations", NUMBER, 7),
                        column("opened", NUMBER, 9),
                        column("halted", NUMBER, 10),
                        column("turnout", PERCENT, 12),
                        column("unreported", NUMBER, 9),
                        column("incidents", NUMBER, 11),
                        column("c1", PERCENT, 11),
                        column("c1Verified", PERCENT, 14),
                        column("sealed", TEXT, 19)),
                of.snapshot().districts().stream()
                        .map(district -> standing(district, of.part(district)))
                        .toList());
    }

    private Row standing(District district, Optional<Snapshot> part) {
        var version = district.version();
        return Row.of(
                district.region().name(),
                figure(part, Snapshot::stations),
                figure(part, one -> one.voting().opened()),
                figure(part, one -> one.voting().halted()),
                figure(part, PartTables::turnout),
                figure(part, one -> Latest.of(one).map(Latest::missing).orElse(null)),
                figure(part, one -> one.incidents().open()),
                figure(part, one -> Words.share(sum(one, Race::received), sum(one, Race::expected))),
                figure(part, one -> Words.share(sum(one, Race::verified), sum(one, Race::expected))),
                words.text("tierdoc.partstate." + district.state())
                        + (version == null ? "" : " " + words.text("tierdoc.version.short", version)));
    }

    private static @Nullable Object turnout(Snapshot part) {
        var turnout = part.turnout();
        return turnout == null ? null : turnout.percent();
    }

    private static <T> @Nullable T figure(Optional<Snapshot> part, Function<Snapshot, @Nullable T> figure) {
        return part.isPresent() ? figure.apply(part.get()) : null;
    }

    static long sum(Snapshot of, ToIntFunction<Race> figure) {
        return of.races().stream().mapToInt(figure).sum();
    }

    /** How many forms of each race have come, a few races to a table. */
    List<Table> coverage(Material of) {
        var races = of.snapshot().races();
        var tables = new ArrayList<Table>();
        for (int from = 0; from < races.size(); from += RACES_BESIDE) {
            tables.add(coverage(of, races.subList(from, Math.min(races.size(), from + RACES_BESIDE))));
        }
        return tables;
    }

    private Table coverage(Material of, List<Race> races) {
        var columns = new ArrayList<Column>();
        columns.add(column("region", TEXT, 30));
        races.forEach(race -> columns.add(new Column(race.name(), TEXT, 20)));
        var rows = new ArrayList<Row>();
        of.snapshot().districts().forEach(district -> of.part(district).ifPresent(part -> {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(district.region().name());
            races.forEach(race -> cells.add(covered(part, race)));
            rows.add(new Row(cells, false));
        }));
        return new Table("parts.coverage", words.text("tierdoc.table.partCoverage"), columns, rows);
    }

    private @Nullable String covered(Snapshot part, Race race) {
        return race(part, race)
                .map(one -> words.number(one.received()) + "/" + words.number(one.expected()) + " ("
                        + words.percent(one.receivedPercent()) + ")")
                .orElse(null);
    }

    /** Who got what where, for races with few candidates; empty for others, whose figures stand in the spreadsheet. */
    Optional<Table> votes(Material of, Race race) {
        var votes = race.byReceived();
        if (votes == null
                || votes.candidates().size() > CANDIDATES_BESIDE
                || of.parts().isEmpty()) {
            return Optional.empty();
        }
        var columns = new ArrayList<Column>();
        columns.add(column("region", TEXT, 26));
        votes.candidates()
                .forEach(candidate ->
                        columns.add(new Column(candidate.ballotNumber() + " " + candidate.name(), NUMBER, 14)));
        columns.add(column("valid", NUMBER, 12));
        columns.add(column("invalid", NUMBER, 12));
        columns.add(column("forms", NUMBER, 10));
        var rows = new ArrayList<Row>();
        of.snapshot().districts().forEach(district -> of.part(district)
                .flatMap(part -> race(part, race))
                .ifPresent(one -> rows.add(votes(district.region().name(), votes, one.byReceived(), false))));
        rows.add(votes(words.text("tierdoc.sum.all"), votes, votes, true));
        return Optional.of(new Table(
                "parts.votes." + race.code(), words.text("tierdoc.table.partVotes", race.name()), columns, rows));
    }

    private static Row votes(String region, Snapshot.Votes columns, Snapshot.@Nullable Votes votes, boolean total) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(region);
        columns.candidates().forEach(candidate -> cells.add(votes == null ? null : VoteTables.votes(votes, candidate)));
        cells.add(votes == null ? null : votes.validVotes());
        cells.add(votes == null ? null : votes.invalidVotes());
        cells.add(votes == null ? null : votes.counted());
        return new Row(cells, total);
    }

    private static Optional<Race> race(Snapshot part, Race race) {
        return part.races().stream()
                .filter(one -> one.code().equals(race.code()))
                .findFirst();
    }

    Table remarks(Snapshot snapshot) {
        return new Table(
                "remarks",
                words.text("tierdoc.table.remarks"),
                List.of(column("region", TEXT, 28), column("remarks", TEXT, 80)),
                snapshot.districts().stream()
                        .filter(district -> district.remarks() != null)
                        .map(district -> Row.of(district.region().name(), district.remarks()))
                        .toList());
    }

    /** By which reports of the tier below this one can be traced. */
    Table sources(Snapshot snapshot) {
        return new Table(
                "sources",
                words.text("tierdoc.table.sources"),
                List.of(
                        column("region", TEXT, 22),
                        column("report", CODE, 24),
                        column("version", NUMBER, 7),
                        column("digest", CODE, 64)),
                snapshot.districts().stream()
                        .filter(district -> district.report() != null)
                        .map(district -> Row.of(
                                district.region().name(), district.report(), district.version(), district.digest()))
                        .toList());
    }
}
