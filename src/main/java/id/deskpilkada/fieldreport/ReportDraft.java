package id.deskpilkada.fieldreport;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is about to be stored: the codes are known and the actor may report there; whether {@code data} can be read is for its feature to say.
 *
 * @param race null for kinds that are about no race
 * @param area digits of the TPS or region that is reported on
 * @param actor who sends it
 * @param enteredById the actor, or who said that an SMS is the actor's
 */
public record ReportDraft(
        UUID id,
        ReportKind kind,
        RoundRef round,
        @Nullable RaceRef race,
        @Nullable String tps,
        String area,
        @Nullable String slot,
        ReportSource source,
        Actor actor,
        long reporterId,
        long enteredById,
        JsonNode data) {}
