package id.deskpilkada.readiness.offlineplan;

import java.time.Instant;

/** Until when a report of a slot may come instead of the schedule's time. */
record OwnDue(String kind, String slot, Instant dueAt) {}
