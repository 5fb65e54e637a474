package id.deskpilkada.dashboard.leader;

import id.deskpilkada.dashboard.day.DayQuestion;
import id.deskpilkada.dashboard.day.DayViews;
import id.deskpilkada.dashboard.day.RaceLine;
import id.deskpilkada.dashboard.votes.ShownVotes;
import id.deskpilkada.platform.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class LeaderViews {

    private final DayViews days;
    private final ShownVotes votes;

    LeaderViews(DayViews days, ShownVotes votes) {
        this.days = days;
        this.votes = votes;
    }

    /**
     * Empty while no round has been started. In one transaction, so that all figures are of one moment.
     *
     * @throws id.deskpilkada.platform.Problem as {@link DayViews#of}
     */
    @Transactional
    public Optional<LeaderView> of(DayQuestion asked, Actor actor) {
        return days.of(asked, actor)
                .map(day -> new LeaderView(
                        day,
                        Verdict.of(day),
                        votes.of(
                                day.stand().round(),
                                day.races().stream().map(RaceLine::race).toList(),
                                day.here().code(),
                                actor)));
    }
}
