package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Scope;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds village and slot by the key of their process. */
@Component
class VillageSlots {

    private final Elections elections;

    VillageSlots(Elections elections) {
        this.elections = elections;
    }

    /** @param subject business key, {@code election/round/VOTING/slot/village} */
    VillageSlot of(String subject) {
        var parts = subject.split("/");
        return new VillageSlot(elections.round(parts[0], parts[1]), parts[3], parts[4]);
    }

    VillageSlot of(long roundId, String slot, String village) {
        return new VillageSlot(elections.round(roundId), slot, village);
    }

    /** Asks with the village's own district open: the engine has let whoever acts do this task. */
    <T> T ask(String subject, Function<VillageSlot, T> question) {
        var about = of(subject);
        return Scope.widened(List.of(about.village()), () -> question.apply(about));
    }
}
