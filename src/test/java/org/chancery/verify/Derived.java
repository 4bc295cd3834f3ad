package org.chancery.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.chancery.verify.ContractDocument.Operation;

/** Lists of what other records imply of one: nothing is created in them. */
final class Derived {
    static final Set<String> LISTS = Set.of("listStateLeaders", "listStateOfficials", "listOrganizationLeaders", "listOrganizationOfficials",
            "listOrganizationMembers", "listPersonCounterparts", "listStateCounterparts", "listOrganizationCounterparts", "listPersonTimeline",
            "listStateTimeline", "listOrganizationTimeline");
    private static final int ROWS = 3;
    /** Starter records with much to tell: Volodymyr Zelensky, Ukraine, the coalition of the willing. */
    private static final Map<String, String> MANY = Map.of("people", "019b95c0-d000-735c-be9d-ec82bb3a0f08",
            "states", "019b95c0-d000-7dfa-afe0-db9ece9d5161", "organizations", "019b95c0-d000-71ef-96e9-7ff3013ff9fe");

    private Derived() {
    }

    /** The path of one with rows enough to page through. */
    static String filled(Operation operation) {
        if (operation.path().endsWith("/counterparts") || operation.path().endsWith("/timeline")) {
            return operation.path().replace("{id}", MANY.get(operation.path().split("/")[2]));
        }
        String path = World.path(operation.path());
        String owner = path.split("/")[3];
        for (int i = 0; i < ROWS; i++) {
            if (path.endsWith("/members")) {
                World.create("/v1/memberships", ContractDocument.example("MembershipCreate").put("memberId", World.create("createState"))
                        .put("organizationId", owner));
            } else {
                hold(owner, path.endsWith("/leaders") ? "head-of-government" : "adviser");
            }
        }
        return path;
    }

    private static void hold(String owner, String function) {
        ObjectNode position = ContractDocument.example("PositionCreate").put("actorId", owner);
        position.putArray("functions").addObject().put("function", function);
        position.remove("identifiers");
        String id = World.create("/v1/positions", position).id();
        World.create("/v1/occupancies", ContractDocument.example("OccupancyCreate").put("positionId", id).put("personId", World.create("createPerson")));
    }
}
