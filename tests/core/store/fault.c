/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* follows in the same memory */
} FaultFile;

static struct
{
  guint left; /* accesses until the fault; 0 when none is wanted */
  int code;
  gboolean lasting;
  gboolean fired;
} fault;

static struct
{
  guint left; /* requests until the fault; 0 when none is wanted */
  gboolean lasting;
  gboolean fired;
} memory;

static sqlite3_vfs *real_vfs;

static int
access_disk (gboolean reads)
{
  if (fault.left == 0)
    return SQLITE_OK;
  if (fault.code == SQLITE_FULL && reads)
    return SQLITE_OK;
  if (fault.left > 1)
    {
      fault.left--;
      return SQLITE_OK;
    }
  fault.fired = TRUE;
  if (!fault.lasting)
    fault.left = 0;
  return fault.code;
}

#define REAL(file) (((FaultFile *) (file))->real)

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods != NULL ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;
}

static int
file_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  int code = access_disk (TRUE);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xRead (REAL (file), data, n, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  int code = access_disk (FALSE);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xWrite (REAL (file), data, n, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = access_disk (FALSE);

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

/* No test cuts the power: waiting for the disk would prove nothing. */
static int
file_sync (sqlite3_file *file, int flags)
{
  return access_disk (FALSE);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), locked);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_traits (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **shared)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, shared);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file, int delete)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete);
}

/* The second version of the interface: shared memory, but no mapped files, which would be read without
 * passing here. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector,
  .xDeviceCharacteristics = file_traits,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  int code = access_disk (FALSE);

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, sync);
}

static sqlite3_mem_methods real_memory;

static gboolean
has_memory (void)
{
  if (memory.left == 0)
    return TRUE;
  if (memory.left > 1)
    {
      memory.left--;
      return TRUE;
    }
  memory.fired = TRUE;
  if (!memory.lasting)
    memory.left = 0;
  return FALSE;
}

static void *
memory_allocate (int size)
{
  return has_memory () ? real_memory.xMalloc (size) : NULL;
}

static void *
memory_resize (void *old, int size)
{
  return has_memory () ? real_memory.xRealloc (old, size) : NULL;
}

static void
install_memory (void)
{
  sqlite3_mem_methods failing;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  failing = real_memory;
  failing.xMalloc = memory_allocate;
  failing.xRealloc = memory_resize;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);
}

void
mlg_fault_install (void)
{
  static sqlite3_vfs vfs;

  install_memory ();
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
mlg_fault_arm (guint nth, int code, gboolean lasting)
{
  fault.left = nth;
  fault.code = code;
  fault.lasting = lasting;
  fault.fired = FALSE;
}

void
mlg_fault_arm_memory (guint nth, gboolean lasting)
{
  memory.left = nth;
  memory.lasting = lasting;
  memory.fired = FALSE;
}

gboolean
mlg_fault_disarm (void)
{
  gboolean fired = fault.fired || memory.fired;

  fault.left = 0;
  fault.fired = FALSE;
  memory.left = 0;
  memory.fired = FALSE;
  return fired;
}
