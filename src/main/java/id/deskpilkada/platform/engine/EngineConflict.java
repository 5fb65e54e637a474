package id.deskpilkada.platform.engine;

import org.camunda.bpm.engine.OptimisticLockingException;

/** Tells whether the engine lost a race against another transaction, for modules that try again and do not know the engine. */
public final class EngineConflict {

    private EngineConflict() {}

    public static boolean is(Throwable failure) {
        return failure instanceof OptimisticLockingException;
    }
}
