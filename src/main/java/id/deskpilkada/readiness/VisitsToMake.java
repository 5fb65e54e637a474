package id.deskpilkada.readiness;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits to TPS that somebody who leads still has to make. */
public interface VisitsToMake {

    /**
     * @param tps code
     * @param place as people call it
     * @param reason why there; null where nobody wrote it
     */
    record ToMake(UUID id, String tps, String place, Instant dueAt, @Nullable String reason) {}

    /** The caller's own, those due first at the top. */
    List<ToMake> of(RoundRef round, Actor actor);
}
