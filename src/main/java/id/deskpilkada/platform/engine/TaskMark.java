package id.deskpilkada.platform.engine;

import java.util.Optional;

/** Says what the names of a case's tasks begin with, wherever tasks are listed. */
@FunctionalInterface
public interface TaskMark {

    /** @param subject business key of the case @return the mark; empty for most cases */
    Optional<String> of(String subject);
}
