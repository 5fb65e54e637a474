/** Messages to people: templates, an outbox, channels with receipts, the inbox that always works. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: audit", "region", "staff"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.notification;
