package id.deskpilkada.dashboard.incident;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.incident.BoardView.Column;
import id.deskpilkada.dashboard.incident.BoardView.Grade;
import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.board.BoardQuestion;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.incident.board.IncidentBoard.Board;
import id.deskpilkada.incident.board.Only;
import id.deskpilkada.incident.board.Stage;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the board together. What an address asks for and nobody knows does not matter, so that an old bookmark still opens the board. */
@Component
class BoardViews {

    static final int PER_STAGE = 10;
    static final int PER_PAGE = 30;
    private static final int DISTRICT = 6;

    private final IncidentBoard board;
    private final Regions regions;
    private final Elections elections;

    BoardViews(IncidentBoard board, Regions regions, Elections elections) {
        this.board = board;
        this.regions = regions;
        this.elections = elections;
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 422 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND} */
    BoardView of(BoardAddress asked, Actor actor) {
        var question = question(asked, actor);
        var stage = question.stage();
        var looked = board.look(
                question, stage == null ? Page.window(0, PER_STAGE) : Page.window(asked.page(), PER_PAGE), actor);
        var stages = stage == null ? Stage.open() : List.of(stage);
        var widest = widest(actor);
        var area = question.area().isEmpty() && widest.size() == 1 ? widest.get(0) : question.area();
        return new BoardView(
                asked,
                looked,
                area,
                regions.name(area.isEmpty() ? regions.installation().area() : area),
                stages.stream().map(one -> column(asked, one, looked)).toList(),
                districts(widest),
                rounds(asked),
                actor.may(Permission.REPORT_FOR_OTHERS),
                PER_PAGE);
    }

    BoardQuestion question(BoardAddress asked, Actor actor) {
        var area = Area.digits(asked.region().strip());
        if (!area.isEmpty()
                && !actor.may(Permission.SEE_INCIDENTS, area)
                && !actor.may(Permission.ANSWER_DISPATCHES, area)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", asked.region());
        }
        return new BoardQuestion(
                Stage.of(asked.stage()).orElse(null),
                asked.severity() < 1 || asked.severity() > 4 ? 0 : asked.severity(),
                Arrays.stream(IncidentCategory.values())
                        .filter(category -> category.name().equals(asked.category()))
                        .findFirst()
                        .orElse(null),
                area,
                Only.of(asked.only()),
                asked.words().replace("\0", ""),
                asked.election().isBlank() && asked.round().isBlank()
                        ? 0
                        : elections.round(asked.election(), asked.round()).id());
    }

    private static Column column(BoardAddress asked, Stage stage, Board looked) {
        var found = looked.found();
        return new Column(
                stage,
                found.in(stage),
                looked.in(stage),
                IntStream.of(4, 3, 2, 1)
                        .mapToObj(severity -> new Grade(
                                severity,
                                found.in(stage, severity),
                                asked.at(stage.code(), severity).url()))
                        .filter(grade -> grade.count() > 0)
                        .toList(),
                asked.at(stage).url());
    }

    private static List<String> widest(Actor actor) {
        return Actor.widest(Stream.concat(
                        actor.areas(Permission.SEE_INCIDENTS).stream(),
                        actor.areas(Permission.ANSWER_DISPATCHES).stream())
                .toList());
    }

    private List<Region> districts(List<String> own) {
        return own.stream().allMatch(area -> area.length() >= DISTRICT) && own.size() < 2
                ? List.of()
                : regions.districts().stream()
                        .filter(district ->
                                own.stream().anyMatch(area -> district.area().startsWith(area)))
                        .toList();
    }

    private List<Link> rounds(BoardAddress asked) {
        var shown = elections.shownRounds();
        return shown.size() < 2
                ? List.of()
                : shown.stream()
                        .map(round -> new Link(
                                asked.ofRound(round.electionCode(), round.code())
                                        .url(),
                                round.electionName() + " · " + round.code(),
                                round.electionCode().equals(asked.election())
                                        && round.code().equals(asked.round())))
                        .toList();
    }
}
