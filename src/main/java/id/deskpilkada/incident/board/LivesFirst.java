package id.deskpilkada.incident.board;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.StartPage;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** While life is in danger somewhere and nobody who was sent has answered, whoever judges incidents arrives at their board. */
@Component
@Order(10)
class LivesFirst implements StartPage {

    private final BoardRows rows;

    LivesFirst(BoardRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(Actor actor) {
        return actor.areas(Permission.TRIAGE_INCIDENTS).stream()
                .filter(area -> isUnanswered(area, actor))
                .map(area -> "/desk/kejadian")
                .findFirst();
    }

    private boolean isUnanswered(String area, Actor actor) {
        rows.planEach();
        return rows.counts(BoardQuestion.open(area), actor).unanswered() > 0;
    }
}
