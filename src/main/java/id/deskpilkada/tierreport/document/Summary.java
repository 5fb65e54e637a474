package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a leader reads in a minute: a few large figures and what they are of, and small charts. */
@Component
class Summary {

    private static final String SEALED = "SEALED";
    private static final String SETTLED = "AUTOMATIC";

    private final Words words;

    Summary(Words words) {
        this.words = words;
    }

    /** @param alarming whether somebody has to look into it */
    record Figure(String label, String figure, String note, boolean alarming) {}

    /** @param percent whole, for the length; null draws nothing */
    record Bar(String label, @Nullable Integer percent, String figure) {}

    List<Figure> figures(Material of) {
        var snapshot = of.snapshot();
        var figures = new ArrayList<Figure>();
        if (asked(snapshot, "VOTING") || snapshot.voting().opened() > 0) {
            figures.add(opened(snapshot));
            figures.add(turnout(snapshot));
            figures.add(security(snapshot));
        } else {
            figures.add(readiness(snapshot));
        }
        figures.add(incidents(snapshot));
        if (asked(snapshot, "C1") || PartTables.sum(snapshot, Race::received) > 0) {
            figures.add(forms(snapshot));
        }
        Latest.of(snapshot).ifPresent(last -> figures.add(missing(last)));
        if (!snapshot.districts().isEmpty()) {
            figures.add(parts(snapshot));
        }
        return figures;
    }

    private static boolean asked(Snapshot snapshot, String kind) {
        return snapshot.reports().stream().anyMatch(one -> one.kind().equals(kind));
    }

    private Figure figure(String key, String figure, boolean alarming, Object... note) {
        return new Figure(
                words.text("tierdoc.figure." + key),
                figure,
                words.text("tierdoc.figure." + key + ".note", note),
                alarming);
    }

    private Figure readiness(Snapshot snapshot) {
        var readiness = snapshot.readiness();
        return figure(
                "ready",
                words.percent(Words.share(readiness.ready(), readiness.stations())),
                readiness.notReady() > 0,
                readiness.ready(),
                readiness.stations(),
                readiness.notReady(),
                readiness.unchecked());
    }

    private Figure opened(Snapshot snapshot) {
        var voting = snapshot.voting();
        return figure(
                "opened",
                words.number(voting.opened()),
                voting.halted() > 0,
                snapshot.stations(),
                voting.openedLate(),
                voting.halted(),
                voting.closed());
    }

    private Figure turnout(Snapshot snapshot) {
        var turnout = snapshot.turnout();
        return turnout == null
                ? new Figure(
                        words.text("tierdoc.figure.turnout"), "–", words.text("tierdoc.figure.turnout.none"), false)
                : figure(
                        "turnout",
                        words.percent(turnout.percent()),
                        false,
                        turnout.voters(),
                        turnout.stations(),
                        turnout.slot());
    }

    private Figure security(Snapshot snapshot) {
        var voting = snapshot.voting();
        int troubled = voting.attention() + voting.unrest();
        return figure(
                "security",
                words.number(troubled),
                voting.unrest() > 0,
                voting.calm(),
                voting.attention(),
                voting.unrest());
    }

    private Figure incidents(Snapshot snapshot) {
        var incidents = snapshot.incidents();
        return figure(
                "incidents",
                words.number(incidents.open()),
                incidents.open() > 0,
                incidents.closed(),
                incidents.halted(),
                incidents.hurt());
    }

    private Figure forms(Snapshot snapshot) {
        long expected = PartTables.sum(snapshot, Race::expected);
        long received = PartTables.sum(snapshot, Race::received);
        long verified = PartTables.sum(snapshot, Race::verified);
        return figure(
                "forms",
                words.percent(Words.share(received, expected)),
                false,
                received,
                expected,
                verified,
                words.percent(Words.share(verified, expected)));
    }

    private Figure missing(Latest last) {
        return figure(
                "missing",
                words.number(last.missing()),
                last.missing() > 0,
                last.name(words),
                last.expected(),
                last.excused());
    }

    private Figure parts(Snapshot snapshot) {
        long settled = snapshot.districts().stream()
                .filter(one -> one.state().equals(SEALED) || one.state().equals(SETTLED))
                .count();
        long missing = snapshot.districts().stream()
                .filter(one -> one.state().equals("MISSING"))
                .count();
        return figure(
                "parts",
                words.text("tierdoc.covered", settled, snapshot.districts().size()),
                settled < snapshot.districts().size(),
                snapshot.districts().size() - settled - missing,
                missing);
    }

    /** How much of each race has come. */
    List<Bar> coverage(Snapshot snapshot) {
        return snapshot.races().stream()
                .map(race -> new Bar(
                        race.name(),
                        whole(race.receivedPercent()),
                        words.percent(race.receivedPercent()) + " · " + words.percent(race.verifiedPercent())))
                .toList();
    }

    /** The share of voters by part. */
    List<Bar> turnout(Material of) {
        return of.snapshot().districts().stream()
                .map(district -> of.part(district)
                        .map(Snapshot::turnout)
                        .filter(Objects::nonNull)
                        .filter(turnout -> turnout.percent() != null)
                        .map(turnout -> new Bar(
                                district.region().name(), whole(turnout.percent()), words.percent(turnout.percent())))
                        .orElseGet(() -> new Bar(district.region().name(), null, words.text("tierdoc.bar.none"))))
                .toList();
    }

    static @Nullable Integer whole(@Nullable BigDecimal percent) {
        return percent == null ? null : Math.max(0, Math.min(100, (int) Math.round(percent.doubleValue())));
    }
}
