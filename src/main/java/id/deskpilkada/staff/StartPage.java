package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import java.util.Optional;

/**
 * Where a person's work waits at this moment. A module that knows of such work declares a bean; beans are asked in their order ({@link org.springframework.core.annotation.Order}),
 * and the first answer is where the person arrives after signing in.
 */
public interface StartPage {

    /** @return address of a page that the person may open; nothing where none of this work is theirs now */
    Optional<String> of(Actor actor);
}
