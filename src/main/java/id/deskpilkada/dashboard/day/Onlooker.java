package id.deskpilkada.dashboard.day;

import id.deskpilkada.incident.board.BoardCard;
import id.deskpilkada.incident.board.IncidentBoard.Board;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.util.List;

/** Nobody in particular, before a screen that everybody in the room can read. */
final class Onlooker {

    private static final long NOBODY = 0;
    private static final String SEES_INCIDENTS = "liaison";

    private Onlooker() {}

    static Actor at(String place) {
        return new Actor(NOBODY, "", "", List.of(new Grant(SEES_INCIDENTS, place)));
    }

    /** Who sees nothing at all. */
    static Actor blind() {
        return new Actor(NOBODY, "", "", List.of());
    }

    static boolean is(Actor actor) {
        return actor.id() == NOBODY;
    }

    static Board withoutPeople(Board board) {
        return new Board(
                board.all(),
                board.found(),
                board.unanswered(),
                board.cards().stream().map(Onlooker::withoutPeople).toList(),
                board.at());
    }

    private static BoardCard withoutPeople(BoardCard card) {
        return new BoardCard(card.facts(), card.place(), card.district(), card.round(), card.agencies(), null, null);
    }
}
