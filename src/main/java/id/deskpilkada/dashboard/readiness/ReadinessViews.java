package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.Standpoints;
import id.deskpilkada.dashboard.readiness.ReadinessView.Stage;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of readiness together from the read models. */
@Component
class ReadinessViews {

    private static final int MISSING_PER_PAGE = 25;

    private final Regions regions;
    private final Standpoints standpoints;
    private final ReadinessPlaces places;
    private final StageProgress progress;
    private final OpenShortcomings shortcomings;
    private final MissingReports missing;

    ReadinessViews(
            Regions regions,
            Standpoints standpoints,
            ReadinessPlaces places,
            StageProgress progress,
            OpenShortcomings shortcomings,
            MissingReports missing) {
        this.regions = regions;
        this.standpoints = standpoints;
        this.places = places;
        this.progress = progress;
        this.shortcomings = shortcomings;
        this.missing = missing;
    }

    /**
     * Empty while no round has been started.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}
     */
    @Transactional
    public Optional<ReadinessView> of(ReadinessQuestion asked, Actor actor) {
        var place = regions.asked(asked.region(), Permission.SEE_READINESS, actor);
        return standpoints.round(asked.election(), asked.round()).map(round -> view(asked, round, place, actor));
    }

    private ReadinessView view(ReadinessQuestion asked, RoundRef round, Region place, Actor actor) {
        var question = new ReadinessQuestion(
                round.electionCode(),
                round.code(),
                place.code(),
                asked.slot(),
                asked.owner(),
                Math.max(0, asked.page()),
                Math.max(0, asked.list()));
        var stages = progress.of(question, round, place, actor);
        var counted = places.read(question, round, place, stages);
        var open = shortcomings.read(question, round, place, actor);
        return new ReadinessView(
                question,
                standpoints.at(round, place, question, Permission.SEE_READINESS, actor),
                counted.here(),
                stages.stream().map(StageProgress.Read::stage).toList(),
                counted.parts(),
                places.stations(round, place),
                open.owners(),
                open.list(),
                missing(question, round, place, stages, actor));
    }

    private MissingReports.@Nullable Page missing(
            ReadinessQuestion question, RoundRef round, Region place, List<StageProgress.Read> stages, Actor actor) {
        return stages.stream()
                .map(StageProgress.Read::stage)
                .filter(stage -> stage.link().current())
                .map(Stage::slot)
                .findFirst()
                .map(slot -> missing.of(
                        round,
                        ReportKind.READINESS,
                        slot,
                        null,
                        place.code(),
                        question.page(),
                        MISSING_PER_PAGE,
                        actor))
                .orElse(null);
    }
}
