package id.deskpilkada.staff.signin;

import java.util.Collection;
import java.util.Map;

/** The passwords that people are given with the staff list, wherever passwords are kept. */
public interface FirstPasswords {

    /** Does what takes long, outside of any transaction. @param byUsername passwords as they stand in the file */
    Ready prepare(Map<String, String> byUsername);

    /** Passwords that are ready to be stored. */
    interface Ready {

        /**
         * Gives the passwords to people, by their ids. Whoever has chosen a password keeps it.
         *
         * @return the user names of those whose password is another now
         */
        Collection<String> give(Map<String, Long> staffIds);
    }
}
