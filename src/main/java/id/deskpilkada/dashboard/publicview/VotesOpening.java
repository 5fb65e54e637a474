package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.election.RoundRef;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** From when on votes of a round may stand where anybody might read them, as this installation has chosen. */
@Component
public class VotesOpening {

    private final PublicViews views;
    private final VotesGate gate;

    VotesOpening(PublicViews views, VotesGate gate) {
        this.views = views;
        this.gate = gate;
    }

    public Instant of(RoundRef round) {
        return gate.of(round, views.now().votesNotBefore());
    }
}
