package id.deskpilkada.readiness.screening;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.work.TaskAction;
import id.deskpilkada.platform.work.TaskInHand;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finishing the health service's tasks: screening with {@code {}}, or {@code {acceptUnscreened: true}} when somebody cannot be screened; referrals only once none is open. */
@Component
class ScreeningTaskActions implements TaskAction {

    private final OfficerScreeningProcess process;
    private final PuskesmasAreas areas;
    private final ScreeningStanding standing;

    ScreeningTaskActions(OfficerScreeningProcess process, PuskesmasAreas areas, ScreeningStanding standing) {
        this.process = process;
        this.areas = areas;
        this.standing = standing;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(OfficerScreeningProcess.SCREEN, OfficerScreeningProcess.FOLLOW_UP);
    }

    /** @throws Problem 403, 422 {@code SCREENING_INCOMPLETE}, {@code FOLLOW_UP_OPEN} with the number that is left */
    @Override
    public void complete(TaskInHand task, JsonNode data, Actor actor) {
        var about = ScreeningCase.of(task.subject());
        actor.require(Permission.SCREEN_OFFICERS, about.area());
        areas.lock(about.puskesmasId());
        var left = standing.of(about.puskesmasId());
        if (task.key().equals(OfficerScreeningProcess.SCREEN)) {
            if (left.unscreened() > 0 && !data.path("acceptUnscreened").asBoolean(false)) {
                throw Problem.unprocessable("SCREENING_INCOMPLETE", left.unscreened());
            }
        } else if (left.followUps() > 0) {
            throw Problem.unprocessable("FOLLOW_UP_OPEN", left.followUps());
        }
        process.complete(task.id());
    }
}
