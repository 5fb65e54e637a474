package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.ResetCodes;
import id.deskpilkada.staff.signin.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What the help desk does for somebody who cannot sign in. */
@Service
class HelpDesk {

    private static final Logger log = LoggerFactory.getLogger(HelpDesk.class);

    private final AccountSearch accounts;
    private final ResetCodes codes;
    private final Secrets secrets;
    private final Staff staff;

    HelpDesk(AccountSearch accounts, ResetCodes codes, Secrets secrets, Staff staff) {
        this.accounts = accounts;
        this.codes = codes;
        this.secrets = secrets;
        this.staff = staff;
    }

    void unlock(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        codes.unlock(staffId);
        log.info("{} unlocked the account of {}", actor.username(), staffId);
    }

    /** For a lost telephone. */
    void endSessions(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        secrets.endSessions(staffId);
        log.info("{} ended the sessions of {}", actor.username(), staffId);
    }

    ResetCodes.Code code(Actor actor, long staffId) {
        accounts.requireWithin(actor, staffId);
        refuseToRiseAbove(actor, staffId);
        log.info("{} handed out a reset code for the account of {}", actor.username(), staffId);
        return codes.offer(staffId);
    }

    /** With a code one can sign in as its person: those who may change the whole installation get theirs from one of their own. */
    private void refuseToRiseAbove(Actor actor, long staffId) {
        var person = staff.actor(staffId);
        if (person.isPresent() && person.get().may(Permission.SET_UP) && !actor.may(Permission.SET_UP)) {
            throw Problem.forbidden("ADMINISTRATORS_ONLY");
        }
    }
}
