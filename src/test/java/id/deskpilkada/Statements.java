package id.deskpilkada;

/** How many statements a thread has prepared: what a page asks of the database must not grow with the number of places. */
public final class Statements {

    private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

    private Statements() {}

    static void count() {
        PREPARED.set(PREPARED.get() + 1);
    }

    /** Of the work alone, in this thread. */
    public static int during(Runnable work) {
        int before = PREPARED.get();
        work.run();
        return PREPARED.get() - before;
    }
}
