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

    /** @param leader user name of whoever goes there */
    record Planned(UUID id, String leader, String leaderName, Instant dueAt) {}

    /** The caller's own, those due first at the top. */
    List<ToMake> of(RoundRef round, Actor actor);

    /** Those to a TPS, due first at the top, for a caller who plans visits; none for others, whom no leader's ways concern. @param tps code */
    List<Planned> to(RoundRef round, String tps, Actor actor);
}
