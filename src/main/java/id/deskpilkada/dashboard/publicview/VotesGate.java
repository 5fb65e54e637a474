package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From when on votes may be public. Figures of a count may not be made known before two hours after the polls have closed in western Indonesia, wherever in the country one is
 * (Mahkamah Konstitusi 24/PUU-XVII/2019); our own figures keep to the same hour.
 */
@Component
class VotesGate {

    private static final LocalTime HOUR = LocalTime.of(15, 0);
    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
    private static final String C1 = "C1";

    private final Elections elections;

    VotesGate(Elections elections) {
        this.elections = elections;
    }

    /** @param chosen by the installation; one before the polls of this round close was meant for an earlier round */
    Instant of(RoundRef round, @Nullable Instant chosen) {
        var close = pollsClose(round).orElse(Instant.MIN);
        if (chosen != null && !chosen.isBefore(close)) {
            return chosen;
        }
        var usual = round.date().atTime(HOUR).atZone(WESTERN).toInstant();
        return usual.isBefore(close) ? close : usual;
    }

    /** When the first polls close of the rounds under way; empty while none is. */
    Optional<Instant> earliest() {
        return elections.roundsThatCount().stream()
                .flatMap(round -> pollsClose(round).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> pollsClose(RoundRef round) {
        return elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(C1))
                .map(SlotRef::opensAt)
                .findFirst();
    }
}
