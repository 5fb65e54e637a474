package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.dispatch.Answerer.Via;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.engine.LostRace;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes answers from those who may give them: whoever has the link of a dispatch, the agency's people, and the desk that has them on the telephone. */
@Component
public class AnswerDesk {

    private static final String WORK = "incident";

    private final DispatchRows rows;
    private final Answers answers;
    private final DispatchContacts contacts;
    private final DispatchLinks links;
    private final SystemTransactions transactions;
    private final Audit audit;

    AnswerDesk(
            DispatchRows rows,
            Answers answers,
            DispatchContacts contacts,
            DispatchLinks links,
            SystemTransactions transactions,
            Audit audit) {
        this.rows = rows;
        this.answers = answers;
        this.contacts = contacts;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** An answer by link, with a trace of it in the trail. @throws Problem as {@link DispatchLinks#open} */
    Dispatch byLink(String token, String address, Reply reply) {
        var link = links.open(token, address);
        return LostRace.again(() -> transactions.write(WORK, () -> {
            var dispatch = rows.get(link.dispatch());
            answers.take(dispatch.id(), reply, new Answerer(Via.LINK, name(link)));
            audit.record(
                    "dispatch." + reply.act().trail(),
                    "dispatch/" + dispatch.id(),
                    dispatch.area(),
                    Map.of("link", name(link)));
            return rows.get(dispatch.id());
        }));
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
     * @throws Problem 403 {@code FORBIDDEN}, 404 {@code UNKNOWN_DISPATCH}, 422 {@code SPOKEN_TO_REQUIRED}
     */
    public Dispatch byPerson(long id, Actor actor, @Nullable String spokenTo, Reply reply) {
        if (!actor.may(Permission.ANSWER_DISPATCHES)) {
            actor.require(Permission.TRIAGE_INCIDENTS);
        }
        return write(id, dispatch -> answers.take(id, reply, answerer(dispatch, actor, spokenTo)));
    }

    /** The desk has called and got no answer, from an agency that has not confirmed or one that has and is silent since. @throws Problem 404 {@code UNKNOWN_DISPATCH}, 409 {@code DISPATCH_ENDED}, 422 {@code REMARK_REQUIRED} */
    public Dispatch called(long id, Actor actor, @Nullable String note) {
        return byDesk(id, actor, dispatch -> {
            if (dispatch.state() == DispatchState.SENT) {
                answers.called(id, note);
            } else {
                answers.asked(id, null, note, new Answerer(Via.PHONE, actor.name()));
            }
        });
    }

    /** The desk chooses who goes instead; without an agency nobody does. @throws Problem as {@link Answers#replace} */
    public Dispatch replace(long id, Actor actor, @Nullable String agency, @Nullable String note) {
        return byDesk(id, actor, dispatch -> answers.replace(id, agency, note));
    }

    private Dispatch byDesk(long id, Actor actor, Consumer<Dispatch> act) {
        actor.require(Permission.TRIAGE_INCIDENTS);
        return write(id, dispatch -> {
            if (!actor.may(Permission.TRIAGE_INCIDENTS, dispatch.area())) {
                throw Problem.notFound("UNKNOWN_DISPATCH");
            }
            act.accept(dispatch);
        });
    }

    private Dispatch write(long id, Consumer<Dispatch> act) {
        return LostRace.again(() -> transactions.write(WORK, () -> {
            act.accept(rows.get(id));
            return rows.get(id);
        }));
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
