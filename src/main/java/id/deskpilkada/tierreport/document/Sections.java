package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The numbered parts of a report on paper, from what happened to what was counted. */
@Component
class Sections {

    private final Words words;
    private final FieldTables field;
    private final VoteTables votes;
    private final PartTables parts;

    Sections(Words words, FieldTables field, VoteTables votes, PartTables parts) {
        this.words = words;
        this.field = field;
        this.votes = votes;
        this.parts = parts;
    }

    /** @param notes sentences above the tables */
    record Section(String title, List<String> notes, List<Paper> tables) {}

    List<Section> of(Material of) {
        var sections = new ArrayList<Section>();
        sections.add(happened(of.snapshot()));
        sections.add(voting(of));
        sections.add(reported(of));
        sections.add(counted(of));
        if (of.snapshot().districts().stream().anyMatch(one -> one.remarks() != null)) {
            sections.add(section("remarks", List.of(), List.of(parts.remarks(of.snapshot()))));
        }
        return sections;
    }

    private Section section(String key, List<String> notes, List<Table> tables) {
        return new Section(
                words.text("tierdoc.section." + key),
                notes.stream().filter(note -> !note.isEmpty()).toList(),
                tables.stream()
                        .filter(table -> !table.isEmpty())
                        .map(table -> Paper.of(table, words))
                        .toList());
    }

    private Section happened(Snapshot snapshot) {
        var incidents = snapshot.incidents();
        return section(
                "happened",
                List.of(
                        incidents.list().isEmpty()
                                ? words.text("tierdoc.note.noIncident")
                                : words.text(
                                        "tierdoc.note.incidents",
                                        incidents.open(),
                                        incidents.closed(),
                                        incidents.halted(),
                                        incidents.hurt()),
                        snapshot.situations().isEmpty() ? words.text("tierdoc.note.noSituation") : ""),
                List.of(field.incidents(snapshot), field.situations(snapshot)));
    }

    private Section voting(Material of) {
        var snapshot = of.snapshot();
        var ready = snapshot.readiness();
        var voting = snapshot.voting();
        var turnout = snapshot.turnout();
        return section(
                "voting",
                List.of(
                        words.text(
                                "tierdoc.note.readiness",
                                ready.stations(),
                                ready.ready(),
                                ready.conditional(),
                                ready.notReady(),
                                ready.unchecked()),
                        words.text(
                                "tierdoc.note.voting",
                                voting.opened(),
                                snapshot.stations(),
                                voting.openedLate(),
                                voting.closed(),
                                voting.halted()),
                        words.text("tierdoc.note.security", voting.calm(), voting.attention(), voting.unrest()),
                        turnout == null
                                ? words.text("tierdoc.figure.turnout.none")
                                : words.text(
                                        "tierdoc.note.turnout",
                                        turnout.slot(),
                                        turnout.voters(),
                                        turnout.stations(),
                                        turnout.votersListed(),
                                        turnout.listed(),
                                        words.percent(turnout.percent()),
                                        turnout.held())),
                snapshot.districts().isEmpty() ? List.of() : List.of(parts.standing(of)));
    }

    private Section reported(Material of) {
        var snapshot = of.snapshot();
        return section(
                "reported",
                List.of(
                        snapshot.reports().isEmpty() ? words.text("tierdoc.note.nothingAsked") : "",
                        of.isDistrict() ? "" : words.text("tierdoc.note.absentElsewhere")),
                List.of(field.reports(snapshot), field.missing(snapshot), field.excused(snapshot)));
    }

    private Section counted(Material of) {
        var snapshot = of.snapshot();
        if (PartTables.sum(snapshot, Race::received) == 0) {
            return section("counted", List.of(words.text("tierdoc.note.noForms")), List.of(votes.coverage(snapshot)));
        }
        var tables = new ArrayList<>(List.of(votes.coverage(snapshot)));
        if (!of.parts().isEmpty()) {
            tables.addAll(parts.coverage(of));
        }
        snapshot.races().forEach(race -> tables.addAll(votes(of, race)));
        return section(
                "counted",
                List.of(
                        words.text("tierdoc.note.bases"),
                        of.withheld() ? words.text("tierdoc.note.withheld") : "",
                        of.withheld() || of.parts().isEmpty() ? "" : words.text("tierdoc.note.byPart")),
                tables);
    }

    private List<Table> votes(Material of, Race race) {
        var received = race.byReceived();
        var verified = race.byVerified();
        return received == null || verified == null || race.received() == 0
                ? List.of()
                : Stream.concat(Stream.of(votes.votes(race, received, verified)), parts.votes(of, race).stream())
                        .toList();
    }
}
