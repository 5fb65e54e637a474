package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.dispatch.Answerer.Via;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may answer for which dispatch: whoever has its link, the agency's people, and the desk that has them on the telephone. */
@Component
class AnswerDesk {

    private static final String WORK = "incident";

    private final DispatchRows rows;
    private final DispatchContacts contacts;
    private final DispatchLinks links;
    private final SystemTransactions transactions;
    private final Audit audit;

    AnswerDesk(
            DispatchRows rows,
            DispatchContacts contacts,
            DispatchLinks links,
            SystemTransactions transactions,
            Audit audit) {
        this.rows = rows;
        this.contacts = contacts;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** An answer by link, with a trace of it in the trail. @throws Problem as {@link DispatchLinks#open} */
    Dispatch byLink(String token, String address, String act, BiConsumer<Long, Answerer> answer) {
        var link = links.open(token, address);
        return transactions.write(WORK, () -> {
            var dispatch = rows.get(link.dispatch());
            answer.accept(dispatch.id(), new Answerer(Via.LINK, name(link)));
            audit.record("dispatch." + act, "dispatch/" + dispatch.id(), dispatch.area(), Map.of("link", name(link)));
            return rows.get(dispatch.id());
        });
    }

    /** What a link shows; looking changes nothing. */
    Dispatch seen(String token, String address) {
        var link = links.open(token, address);
        return transactions.read(WORK, () -> rows.get(link.dispatch()));
    }

    private String name(DispatchLinks.Link link) {
        return contacts.at(link.dispatch(), link.position()).stream()
                .filter(contact -> contact.number() == link.number())
                .map(DispatchContacts.Contact::name)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("LINK_UNKNOWN"));
    }

    /**
     * An answer by number.
     *
     * @param spokenTo whom the desk had on the telephone
     * @throws Problem 404 {@code UNKNOWN_DISPATCH}, 422 {@code SPOKEN_TO_REQUIRED}
     */
    Dispatch byPerson(long id, Actor actor, @Nullable String spokenTo, BiConsumer<Long, Answerer> answer) {
        return transactions.write(WORK, () -> {
            var dispatch = rows.get(id);
            answer.accept(id, answerer(dispatch, actor, spokenTo));
            return rows.get(id);
        });
    }

    private static Answerer answerer(Dispatch dispatch, Actor actor, @Nullable String spokenTo) {
        if (worksFor(actor, dispatch)) {
            return new Answerer(Via.API, actor.name());
        }
        if (!actor.may(Permission.TRIAGE_INCIDENTS, dispatch.area())) {
            throw Problem.notFound("UNKNOWN_DISPATCH");
        }
        return onTheTelephone(actor, spokenTo);
    }

    /** @throws Problem 422 {@code SPOKEN_TO_REQUIRED} */
    static Answerer onTheTelephone(Actor actor, @Nullable String spokenTo) {
        var name = spokenTo == null ? "" : spokenTo.strip();
        if (name.length() < 2 || name.length() > 100 || name.indexOf(0) >= 0) {
            throw Problem.unprocessable("SPOKEN_TO_REQUIRED");
        }
        return new Answerer(Via.PHONE, name + " (" + actor.name() + ")");
    }

    /** Whether somebody works for the agency of a dispatch, at a place that contains its own. */
    static boolean worksFor(Actor actor, Dispatch dispatch) {
        return actor.grants().stream()
                .anyMatch(grant -> isOf(grant, dispatch.agency()) && grant.covers(dispatch.area()));
    }

    private static boolean isOf(Grant grant, String agency) {
        return grant.agency().filter(agency::equals).isPresent();
    }
}
