package id.deskpilkada.staff;

import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Permission;
import org.springframework.stereotype.Component;

/** Which of the pages of coordination the reader may open. Templates know it as {@code @coordination}. */
@Component("coordination")
public class Coordination {

    Coordination() {}

    public boolean isDirectory() {
        return may(Permission.READ_DIRECTORY);
    }

    public boolean isRoster() {
        return may(Permission.READ_ROSTER);
    }

    public boolean isMeetings() {
        return may(Permission.READ_MEETINGS);
    }

    private static boolean may(Permission permission) {
        return CurrentActor.get().filter(actor -> actor.may(permission)).isPresent();
    }
}
