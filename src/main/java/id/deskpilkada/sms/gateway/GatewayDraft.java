package id.deskpilkada.sms.gateway;

import org.jspecify.annotations.Nullable;

/** A gateway as somebody writes it down; what is left out is empty, and it is active. */
record GatewayDraft(
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable String receiver,
        @Nullable String fromField,
        @Nullable String textField,
        @Nullable String idField,
        @Nullable String timeField) {}
