package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A report as a short text that may go into any WhatsApp group: Indonesian, no names of persons, no votes, TPS by their codes, with the disclaimer and where to check it. */
@Service
public class ReadyReportText {

    private static final int NAMED_STATIONS = 12;
    private static final int NAMED_INCIDENTS = 5;

    private final TierReportRows rows;
    private final TierStates states;
    private final CheckAddress address;
    private final Words words;

    ReadyReportText(TierReportRows rows, TierStates states, CheckAddress address, Words words) {
        this.rows = rows;
        this.states = states;
        this.address = address;
        this.words = words;
    }

    /**
     * Lines are separated by a line feed.
     *
     * @throws id.deskpilkada.platform.Problem 404 {@code UNKNOWN_TIER_REPORT}
     */
    @Transactional(readOnly = true)
    public String of(long report) {
        var row = rows.get(report);
        return text(
                row,
                CanonicalJson.read(rows.snapshot(report), Snapshot.class),
                states.of(report),
                address.of(row.code(), row.digest()));
    }

    String text(TierReport row, Snapshot snapshot, TierState state, @Nullable String link) {
        var lines = new ArrayList<String>();
        lines.add("*"
                + words.text(
                        "tiertext.title",
                        words.region(snapshot.level(), snapshot.region().name())) + "*");
        lines.add(words.slot(snapshot.slot()) + ", " + words.day(snapshot));
        lines.add(words.text("tiertext.version", snapshot.version(), words.text("tierdoc.state." + state)));
        lines.add("");
        lines.addAll(figures(snapshot));
        lines.addAll(missing(snapshot));
        lines.addAll(incidents(snapshot));
        lines.add("");
        lines.add(snapshot.disclaimer());
        lines.add(link == null ? words.text("tiertext.code", row.code()) : words.text("tiertext.link", link));
        return String.join("\n", lines);
    }

    private List<String> figures(Snapshot snapshot) {
        var voting = snapshot.voting();
        var turnout = snapshot.turnout();
        var ready = snapshot.readiness();
        long expected = PartTables.sum(snapshot, Race::expected);
        long received = PartTables.sum(snapshot, Race::received);
        long verified = PartTables.sum(snapshot, Race::verified);
        return Stream.of(
                        turnout == null
                                ? words.text("tiertext.ready", ready.ready(), ready.stations(), ready.notReady())
                                : "",
                        voting.opened() == 0
                                ? ""
                                : words.text(
                                        "tiertext.opened",
                                        voting.opened(),
                                        snapshot.stations(),
                                        voting.openedLate(),
                                        voting.halted()),
                        turnout == null
                                ? ""
                                : words.text("tiertext.turnout", words.percent(turnout.percent()), turnout.stations()),
                        voting.opened() == 0
                                ? ""
                                : words.text("tiertext.security", voting.calm(), voting.attention(), voting.unrest()),
                        received == 0
                                ? ""
                                : words.text(
                                        "tiertext.forms",
                                        received,
                                        expected,
                                        words.percent(Words.share(received, expected)),
                                        verified))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> missing(Snapshot snapshot) {
        return Latest.of(snapshot)
                .map(last -> {
                    var line = words.text(
                            "tiertext.missing", last.name(words), last.missing(), last.expected(), last.excused());
                    var stations = last.missingStations();
                    if (stations.isEmpty()) {
                        return List.of(line);
                    }
                    var shown = stations.stream().limit(NAMED_STATIONS).collect(Collectors.joining(", "));
                    int more = stations.size() - NAMED_STATIONS;
                    return List.of(
                            line,
                            words.text("tiertext.stations", shown)
                                    + (more > 0 ? " " + words.text("tiertext.more", more) : ""));
                })
                .orElse(List.of());
    }

    /** Number, kind and severity; where it is and what was told about it stays inside. */
    private List<String> incidents(Snapshot snapshot) {
        var incidents = snapshot.incidents();
        var open = incidents.list().stream()
                .filter(one -> one.endedAt() == null)
                .sorted((one, other) -> other.severity() - one.severity())
                .limit(NAMED_INCIDENTS)
                .map(one -> "- "
                        + words.text(
                                "tierdoc.incident",
                                one.number(),
                                words.text("incident.category." + one.category()),
                                one.severity()));
        return Stream.concat(
                        Stream.of(words.text(
                                "tiertext.incidents", incidents.open(), incidents.closed(), incidents.halted())),
                        open)
                .toList();
    }
}
