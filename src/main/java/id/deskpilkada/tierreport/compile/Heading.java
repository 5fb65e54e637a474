package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.LedgerPosition;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.chain.ChainHeads;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.compile.Snapshot.District;
import id.deskpilkada.tierreport.compile.Snapshot.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts above the figures of a place what they are of, and at which point of the ledger they were frozen. */
@Component
class Heading {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final int REGENCY = 4;

    private final LedgerPosition ledger;
    private final ChainHeads heads;
    private final Regions regions;
    private final MessageSource texts;
    private final Clock clock;

    Heading(LedgerPosition ledger, ChainHeads heads, Regions regions, MessageSource texts, Clock clock) {
        this.ledger = ledger;
        this.heads = heads;
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a report is of. @param area digits */
    record About(
            RoundRef round,
            String slot,
            Instant dueAt,
            boolean requiresSignature,
            String area,
            TierLevel level,
            int version) {}

    Snapshot of(
            About about,
            int stations,
            List<Snapshot.Reports> reports,
            Snapshot.Readiness readiness,
            Snapshot.Voting voting,
            Snapshot.@Nullable Turnout turnout,
            List<Snapshot.Situation> situations,
            Snapshot.Incidents incidents,
            List<Snapshot.Race> races,
            List<District> districts) {
        var round = about.round();
        return new Snapshot(
                Snapshot.FORMAT,
                texts.getMessage("disclaimer", new Object[0], INDONESIAN),
                about.level().name(),
                new Named(round.electionCode(), round.electionName()),
                round.code(),
                round.date(),
                about.slot(),
                local(about.dueAt()),
                about.requiresSignature(),
                named(about.area()),
                about.area().length() <= 2
                        ? null
                        : named(about.area().substring(0, about.level() == TierLevel.DISTRICT ? REGENCY : 2)),
                about.version(),
                local(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                ledger(about.area()),
                stations,
                reports,
                readiness,
                voting,
                turnout,
                situations,
                incidents,
                races,
                districts);
    }

    private Snapshot.Ledger ledger(String area) {
        var position = ledger.of(area);
        return new Snapshot.Ledger(
                position.seq(),
                position.waiting(),
                heads.within(area).stream().map(ChainHeads.ChainHead::printed).toList());
    }

    Named named(String area) {
        return new Named(Area.dotted(area), regions.name(area));
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }
}
