package id.deskpilkada.platform;

import java.util.List;

/** The people of a demo, offered on the sign-in page for entering with one click. Present in the demo only. */
public interface DemoAccounts {

    List<DemoAccount> accounts();

    /** @param label what the button says, e.g. "Camat Kramatwatu" */
    record DemoAccount(String username, String label, String description) {}
}
