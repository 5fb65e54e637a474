package id.deskpilkada.tierreport.document;

import static id.deskpilkada.tierreport.document.Table.Kind.CODE;
import static id.deskpilkada.tierreport.document.Table.Kind.NUMBER;
import static id.deskpilkada.tierreport.document.Table.Kind.PERCENT;
import static id.deskpilkada.tierreport.document.Table.Kind.TEXT;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import id.deskpilkada.tierreport.compile.Snapshot.Situation;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Kind;
import id.deskpilkada.tierreport.document.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the field has told, as tables: situation and incidents in the layout of desk reports (time, place, description, remarks), and which reports have come. */
@Component
class FieldTables {

    private final Words words;

    FieldTables(Words words) {
        this.words = words;
    }

    private Column column(String key, Kind kind, int width) {
        return new Column(words.text("tierdoc.column." + key), kind, width);
    }

    private Table told(String key, List<Row> rows) {
        return new Table(
                key,
                words.text("tierdoc.table." + key),
                List.of(
                        column("no", NUMBER, 5),
                        column("time", TEXT, 15),
                        column("place", TEXT, 24),
                        column("description", TEXT, 34),
                        column("remarks", TEXT, 30)),
                rows);
    }

    Table situations(Snapshot snapshot) {
        var rows = new ArrayList<Row>();
        for (var said : snapshot.situations()) {
            rows.add(Row.of(
                    rows.size() + 1,
                    words.moment(said.at()),
                    said.name(),
                    description(said),
                    words.text("tierdoc.situation.slot", said.slot())));
        }
        return told("situations", rows);
    }

    private String description(Situation said) {
        return Stream.of(
                        words.text("tierdoc.security." + said.security()),
                        said.weather() == null ? "" : words.text("tierdoc.weather." + said.weather()),
                        said.power() == null ? "" : words.text("tierdoc.power." + said.power()))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    Table incidents(Snapshot snapshot) {
        var rows = new ArrayList<Row>();
        snapshot.incidents().list().stream()
                .sorted(Comparator.comparing(Incident::observedAt))
                .forEach(one -> rows.add(Row.of(
                        rows.size() + 1, words.moment(one.observedAt()), one.place(), description(one), remarks(one))));
        return told("incidents", rows);
    }

    private String description(Incident one) {
        var hurt = one.hurt();
        return words.text(
                        "tierdoc.incident",
                        one.number(),
                        words.text("incident.category." + one.category()),
                        one.severity())
                + (one.votingHalted() ? "; " + words.text("tierdoc.incident.halted") : "")
                + (hurt == null || hurt == 0 ? "" : "; " + words.text("tierdoc.incident.hurt", hurt));
    }

    private String remarks(Incident one) {
        var acknowledged = one.acknowledgedAt();
        var ended = one.endedAt();
        return words.text("incident.file.state." + one.state())
                + (acknowledged == null
                        ? ""
                        : "; " + words.text("tierdoc.incident.acknowledged", words.moment(acknowledged)))
                + (ended == null ? "" : "; " + words.text("tierdoc.incident.ended", words.moment(ended)));
    }

    Table reports(Snapshot snapshot) {
        return new Table(
                "reports",
                words.text("tierdoc.table.reports"),
                List.of(
                        column("report", TEXT, 30),
                        column("expected", NUMBER, 12),
                        column("received", NUMBER, 12),
                        column("late", NUMBER, 12),
                        column("missing", NUMBER, 12),
                        column("excused", NUMBER, 12),
                        column("receivedPercent", PERCENT, 12)),
                snapshot.reports().stream()
                        .map(one -> Row.of(
                                name(one, snapshot),
                                one.expected(),
                                one.received(),
                                one.late(),
                                one.missing(),
                                one.excused(),
                                Words.share((long) one.received() + one.late(), one.expected())))
                        .toList());
    }

    /** {@code Pemungutan 10.00}, {@code C1 Bupati}. */
    String name(Reports one, Snapshot snapshot) {
        var kind = words.text("tierdoc.kind." + one.kind());
        var race = one.race();
        var name = race == null
                ? kind + " " + one.slot()
                : kind + " "
                        + snapshot.races().stream()
                                .filter(known -> known.code().equals(race))
                                .map(Snapshot.Race::name)
                                .findFirst()
                                .orElse(race);
        var later = one.dueLater();
        return later == null ? name : name + " " + words.text("tierdoc.dueLater", words.clock(later));
    }

    /** Every TPS that has not reported or was let off. @param of reports with their TPS: one district's, or those of all parts of a regency */
    Table absent(List<Snapshot> of) {
        var rows = new ArrayList<Row>();
        for (var part : of) {
            for (var one : part.reports()) {
                var standing = one.overdue() ? "missing" : "dueLater";
                one.missingStations().forEach(tps -> rows.add(absent(part, one, tps, standing, "")));
                one.excuses().forEach(excuse -> rows.add(absent(part, one, excuse.tps(), "excused", excuse.reason())));
            }
        }
        return new Table(
                "absent",
                words.text("tierdoc.table.absent"),
                List.of(
                        column("report", TEXT, 24),
                        column("district", TEXT, 20),
                        column("village", TEXT, 22),
                        column("tps", CODE, 18),
                        column("standing", TEXT, 16),
                        column("reason", TEXT, 40)),
                rows);
    }

    /** The same for paper, one line for a village; only what is overdue, or a report of the afternoon would list every TPS for its form. */
    Table missing(Snapshot snapshot) {
        var rows = new ArrayList<Row>();
        for (var one : snapshot.reports().stream().filter(Reports::overdue).toList()) {
            one.missingStations().stream()
                    .collect(Collectors.groupingBy(words::village, TreeMap::new, Collectors.toList()))
                    .forEach((village, stations) -> rows.add(Row.of(
                            name(one, snapshot),
                            village,
                            stations.stream().map(Words::number).collect(Collectors.joining(", ")),
                            stations.size())));
        }
        return new Table(
                "missing",
                words.text("tierdoc.table.missing"),
                List.of(
                        column("report", TEXT, 24),
                        column("village", TEXT, 24),
                        column("tps", TEXT, 44),
                        column("count", NUMBER, 8)),
                rows);
    }

    Table excused(Snapshot snapshot) {
        return new Table(
                "excused",
                words.text("tierdoc.table.excused"),
                List.of(
                        column("report", TEXT, 24),
                        column("village", TEXT, 22),
                        column("tps", TEXT, 8),
                        column("reason", TEXT, 46)),
                snapshot.reports().stream()
                        .flatMap(one -> one.excuses().stream()
                                .map(excuse -> Row.of(
                                        name(one, snapshot),
                                        words.village(excuse.tps()),
                                        Words.number(excuse.tps()),
                                        excuse.reason())))
                        .toList());
    }

    private Row absent(Snapshot part, Reports one, String tps, String standing, String reason) {
        return Row.of(
                name(one, part),
                part.region().name(),
                words.village(tps),
                tps,
                words.text("tierdoc.standing." + standing),
                reason);
    }
}
