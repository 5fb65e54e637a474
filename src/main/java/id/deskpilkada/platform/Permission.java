package id.deskpilkada.platform;

import java.util.List;

/**
 * What people may do, and by which roles: the one place that says so. A role reaches as far as the place at which it is held, so that an act upon a place is asked with its
 * code ({@link Actor#may(Permission, String)}). A role that ends in {@code *} stands for every role that begins so.
 */
public enum Permission {
    REPORT("Report what one sees oneself, and copy Form C1", "tps-officer village-admin district-admin"),
    REPORT_INCIDENTS(
            "Report an incident that one sees oneself",
            "tps-officer village-admin district-admin district-verifier camat leader desk"),
    REPORT_FOR_OTHERS("Take down a report that came by phone, paper, SMS or radio", "district-admin desk"),
    OPEN_FIELD_PAGES(
            "Find the field pages in the navigation",
            "tps-officer village-admin district-admin camat district-verifier"),
    CONFIRM_TURNOUT("Say that a number of voters that looks absurd was asked for and is right", "desk"),
    VERIFY_C1("Re-key Form C1 from its photo", "district-verifier"),
    VERIFY_C1_OPENED_WIDE("Re-key a form that the verifiers of the district have left too long", "desk"),
    DECIDE_C1("Decide a disputed form, and see who wrote what", "desk"),
    READ_FINDINGS_AS_CHECKER(
            "Read what the rules found in the words for checkers", "district-verifier desk supervisor"),
    READ_VOTES(
            "Read votes of one's own area; agencies, health staff and the help desk have no need of them",
            "desk leader supervisor liaison it-admin camat district-admin district-verifier village-admin tps-officer"),
    READ_TIER_REPORTS(
            "Read the tiers' reports of one's own area; without votes where READ_VOTES is lacking or the reader may type its forms again",
            "desk leader supervisor liaison it-admin camat district-admin district-verifier"),
    ATTACH_TO_TIER_REPORT(
            "Put a signed scan or a PDF with a certified signature beside a report of one's own area",
            "desk leader camat district-admin"),
    REPLACE_SEAL_KEY("Have the installation seal with a new key from now on", "it-admin"),
    OPEN_DASHBOARD(
            "Open the dashboard, limited to one's own area",
            "desk leader supervisor liaison it-admin camat district-admin village-admin"),
    SEE_READINESS(
            "See how ready the polling stations of one's own area are, what is missing there and whose it is, and the map",
            "desk leader supervisor liaison it-admin camat district-admin village-admin agency-*"),
    SHOW_WALL(
            "Open wall screens that stay on through the night, see who opened which, and end them",
            "desk leader supervisor it-admin"),
    WORK_AT_DASHBOARD("Arrive at the dashboard after signing in", "desk leader supervisor liaison camat it-admin"),
    CALL_REPORTERS(
            "See the phone numbers of those who owe a report",
            "desk leader supervisor it-admin helpdesk camat district-admin village-admin"),
    EXCUSE_REPORTS("Let a report off that cannot come, with a reason, and take that back", "camat desk"),
    SEE_INCIDENT_SIGNALS(
            "See what was signalled as an incident inside one's own area",
            "desk leader supervisor liaison it-admin camat district-admin village-admin"),
    SETTLE_INCIDENT_SIGNALS("Note what was done about a signalled incident", "desk"),
    SEE_INCIDENTS(
            "See the incidents of one's own area, who was sent and everything that was done",
            "desk leader supervisor liaison it-admin camat district-admin village-admin"),
    TRIAGE_INCIDENTS("Judge incidents, send agencies, note what they say on the telephone, close and reopen", "desk"),
    ANSWER_DISPATCHES("See what one's own agency was sent to inside one's own area, and answer", "agency-*"),
    SCREEN_OFFICERS("See, record and export the health screening of officers inside one's own area", "health"),
    READ_SCREENING_SUMMARY(
            "Read how the screening of the regency stands, in sums that show nobody", "health desk supervisor leader"),
    OPEN_HEALTH_PAGES("Find the health page in the navigation", "health desk supervisor leader it-admin"),
    SET_SCREENING_DELETION(
            "Set the day on which the screenings and officers of an election are erased", "health it-admin"),
    HANDLE_PARKED_REPORTS("See the reports that failed technically, and retry them", "desk it-admin"),
    CHECK_LEDGER("Walk the hash chains of the ledger", "desk supervisor it-admin"),
    CHECK_TOTALS("Compare the stored totals with the forms", "desk supervisor it-admin leader"),
    READ_AUDIT("Read and export who did what, when and from where", "supervisor it-admin"),
    REQUEST_ERASURE("Ask for the erasure of a report, a photo or a person", "supervisor it-admin"),
    APPROVE_ERASURE("Approve or decline an erasure that somebody else asked for", "it-admin"),
    SET_UP("Import lists, set up elections, change the installation", "it-admin"),
    SET_PUBLIC_VIEW("Decide what the installation shows to everybody, or nothing", "it-admin"),
    READ_RISKS(
            "See the register of vulnerable places of one's own area, and export it",
            "desk leader supervisor liaison it-admin camat district-admin"),
    RECORD_RISKS("Record vulnerable places of one's own area, and close entries with a reason", "desk camat"),
    COMPARE_OFFICIAL("Import the figures that KPU publishes, compare them with ours, and trace differences", "desk"),
    READ_COMPARISON("Read how our figures and those of KPU differ, and export it", "desk supervisor"),
    HAND_OVER_RISKS("Hand lists of vulnerable places over to agencies, and follow up", "desk"),
    MITIGATE_RISKS("See the lists handed over to one's own agency, and record what it does about them", "agency-*"),
    OPEN_RISKS(
            "Find the page of vulnerable places in the navigation",
            "desk leader supervisor liaison it-admin camat district-admin agency-*"),
    ASSIGN_STAFF(
            "Name, replace and release the people of villages and TPS, print their letters, record their training",
            "camat desk it-admin"),
    SEE_ASSIGNMENTS("See who is named for which village and TPS", "camat desk it-admin supervisor"),
    RUN_ROUNDS("Start a round, change its schedule, and record what KPU has decided about it", "it-admin desk"),
    RUN_PRACTICE(
            "Open a practice beside the real rounds, and wipe it with all that was reported in it", "it-admin desk"),
    SEE_ROUNDS(
            "See where a round is, its schedule, and what KPU has decided about it",
            "desk supervisor leader it-admin liaison"),
    HELP_WITH_ACCOUNTS("Unlock accounts and hand out reset codes inside one's own area", "helpdesk it-admin"),
    WATCH_PROCESSES("Read every process in Cockpit", "supervisor it-admin"),
    RETRY_JOBS("Retry failed jobs in Cockpit", "it-admin"),
    SEE_ENGINE_RIGHTS("Read users, groups and rights in Admin", "it-admin"),
    SIGN_IN_BRIEFLY(
            "Change the installation or supervise all of it, therefore signed in for hours only and never left alone",
            "it-admin supervisor"),
    FOLLOW_MESSAGES(
            "See which messages reached nobody inside one's own area, and send them again", "desk supervisor helpdesk"),
    BROADCAST("Send a message to all people of an area, and see who has read it", "desk supervisor"),
    SEE_BLANK_SPOTS(
            "See by which plan a TPS without signal reports",
            "tps-officer village-admin district-admin camat desk leader supervisor agency-diskominfo"),
    PLAN_OFFLINE(
            "Write down how a TPS without signal reports", "village-admin district-admin camat desk agency-diskominfo"),
    PRINT_PAPER_FORMS(
            "Print the spare paper forms of a TPS",
            "tps-officer village-admin district-admin camat desk agency-diskominfo"),
    TICK_PAPER("Note that a paper form has arrived", "district-admin desk"),
    COMPARE_PAPER(
            "See which paper forms of one's own area have arrived beside what was reported",
            "district-admin camat desk supervisor"),
    HANDLE_SMS("See SMS that came in, say whose they are, and put aside what is no report", "desk"),
    PLAN_VISITS("Plan, move and cancel visits of leaders to TPS", "desk"),
    REPORT_VISIT("Visit TPS and confirm it", "leader"),
    READ_DIRECTORY(
            "Look up whom to call inside one's own area; people of the election bodies too",
            "desk supervisor leader liaison helpdesk it-admin camat district-admin village-admin"),
    CONFIRM_NUMBERS(
            "Say that a number of one's own area was tried and answers, so that it is offered for calls",
            "desk helpdesk camat"),
    READ_ROSTER("See who is on duty where and when", "desk supervisor leader helpdesk it-admin camat"),
    EDIT_ROSTER("Say who is on duty, and hand a shift over", "desk supervisor"),
    READ_EVALUATION(
            "Read and export how the election was held, district by district, after closing", "desk leader supervisor"),
    READ_DESK_QUALITY("Read and export how well the desk itself worked", "supervisor"),
    READ_MEETINGS("Read what coordination meetings decided and how it goes on", "desk supervisor leader liaison"),
    WRITE_MEETINGS("Record coordination meetings and how their decisions go on", "desk"),
    MANAGE_TIER_PARTNERS(
            "Say to whom the installation's own reports go, and which installations one tier below may send theirs",
            "it-admin"),
    READ_DELIVERIES(
            "See what became of reports on their way up, and which installations one tier below have reported",
            "desk leader supervisor it-admin"),
    FOLLOW_DELIVERIES("Note the receipt of a report, and have it sent again", "desk"),
    APPROVE_PROVINCE_REPORT("Approve the report of a province, made of those of its regencies", "leader"),
    SEAL_DISTRICT_REPORT(
            "Check and seal the report of one's own district, and have its figures compiled again", "camat"),
    CHECK_REGENCY_REPORT(
            "Check the regency's report, give reports of districts back, forward it, and ask for corrections", "desk"),
    APPROVE_REGENCY_REPORT("Approve the regency's report, or give it back to the desk", "leader"),
    WORK_IN_SHIFTS(
            "Change the installation or look at all of it, therefore signed in for a shift only",
            "it-admin desk supervisor");

    private static final String ANY = "*";

    private final String act;
    private final List<String> roles;

    Permission(String act, String roles) {
        this.act = act;
        this.roles = List.of(roles.split(" "));
    }

    /** What is permitted, in one line of English. */
    public String act() {
        return act;
    }

    /** Codes of the roles; one that ends in {@code *} stands for every role that begins so. */
    public List<String> roles() {
        return roles;
    }

    /** Whether a role, given by its code, carries this permission. */
    public boolean of(String role) {
        return roles.stream()
                .anyMatch(known -> known.endsWith(ANY)
                        ? role.startsWith(known.substring(0, known.length() - 1))
                        : known.equals(role));
    }
}
