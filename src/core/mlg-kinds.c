/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-kinds.h"

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-distinction.h"
#include "members/mlg-field-audience.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "network/mlg-network.h"

const MlgKind *const mlg_kinds[] = {
  &mlg_network_kind,
  &mlg_body_kind,
  &mlg_person_kind,
  &mlg_function_kind,
  &mlg_group_kind,
  &mlg_group_member_kind,
  &mlg_custom_field_kind,
  &mlg_custom_value_kind,
  &mlg_field_audience_kind,
  &mlg_distinction_kind,
  NULL,
};
